-- What state machines did: appended in the transaction of each transition, read by the history of its entity.
-- version is that of the entity after the transition, and so puts the transitions of one entity in order.
create table core_transitions (
  id text primary key,
  entity text not null,
  organization text not null,
  version integer not null,
  transition text not null,
  from_state text not null,
  to_state text not null,
  automatic integer not null,
  actor_kind text not null,
  actor text not null,
  input text not null,
  at text not null
) strict, without rowid;

create unique index core_transitions_by_entity on core_transitions (entity, version);
