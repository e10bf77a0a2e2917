-- What an organization has been given or refused: a feature ("reports.export"), or an optional domain ("reports").
-- The organization "" says what all others have; where nothing is said, everything is on.
create table core_features (
  organization text not null,
  feature text not null,
  enabled integer not null,
  primary key (organization, feature)
) strict, without rowid;
