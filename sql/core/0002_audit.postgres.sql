-- Who changed or did what. before and after are JSON without sensitive fields; an operation that changes no entity has none.
create table core_audit (
  id text primary key,
  at text collate "C" not null,
  organization text not null,
  actor text not null,
  operation text not null,
  entity text,
  row_id text,
  before jsonb,
  after jsonb,
  request_id text not null
);

create index core_audit_by_time on core_audit (organization, at);
create index core_audit_by_row on core_audit (organization, entity, row_id, at);
