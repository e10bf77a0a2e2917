-- The changes of a row, in their order; owner is whoever may read them: an organization, a user, or "" for all.
alter table core_audit add column owner text;
alter table core_audit add column sequence integer;

create unique index core_audit_by_sequence on core_audit (entity, row_id, sequence) where sequence is not null;
