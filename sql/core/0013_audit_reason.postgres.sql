-- Why somebody acted in an organization that is not theirs.
alter table core_audit add column reason text;
