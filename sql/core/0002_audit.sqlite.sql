-- Who changed or did what. before and after are JSON without sensitive fields; an operation that changes no entity has none.
create table core_audit (
  id text primary key not null,
  at text not null,
  organization text not null,
  actor text not null,
  operation text not null,
  entity text,
  row_id text,
  before text,
  after text,
  request_id text not null
) strict;

create index core_audit_by_time on core_audit (organization, at);
create index core_audit_by_row on core_audit (organization, entity, row_id, at);
