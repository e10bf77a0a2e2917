-- Who may do what only one process at a time does. until (milliseconds since the epoch, by the clock of the database) is when the lease
-- has run out; a holder that has gone leaves its row, and the next one takes it.
create table core_leases (
  name text primary key,
  holder text not null,
  until bigint not null
);
