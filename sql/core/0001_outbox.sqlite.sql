-- What happened: appended in the transaction of the change, read by the deliveries below, pruned by age.
create table core_events (
  position integer primary key autoincrement,
  id text not null unique,
  type text not null,
  aggregate text not null,
  organization text not null,
  actor text not null,
  time text not null,
  data text not null,
  trace text
) strict;

create index core_events_by_time on core_events (time);

-- One row for each event and consumer that is still to be handled. available_at (milliseconds since the epoch) is when
-- somebody may take it: after a back-off, or when the lease of whoever holds its token has run out.
create table core_deliveries (
  consumer text not null,
  position integer not null references core_events (position),
  aggregate text not null,
  attempts integer not null default 0,
  available_at integer not null,
  token text,
  last_error text,
  primary key (consumer, position)
) strict, without rowid;

create index core_deliveries_by_due on core_deliveries (available_at);
create index core_deliveries_by_aggregate on core_deliveries (consumer, aggregate, position);
create index core_deliveries_by_event on core_deliveries (position);

-- Deliveries that were given up, until a person replays or drops them.
create table core_dead_letters (
  consumer text not null,
  position integer not null references core_events (position),
  aggregate text not null,
  attempts integer not null,
  last_error text not null,
  died_at text not null,
  primary key (consumer, position)
) strict, without rowid;

create index core_dead_letters_by_event on core_dead_letters (position);
