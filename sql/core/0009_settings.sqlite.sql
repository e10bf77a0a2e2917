-- What an organization has set for itself: the settings that specs open to organizations, by domain and name (organizations.invitationDays).
-- value is JSON.
create table core_settings (
  organization text not null,
  name text not null,
  value text not null,
  primary key (organization, name)
) strict, without rowid;
