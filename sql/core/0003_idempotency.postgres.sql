-- Requests with an Idempotency-Key. The claim is written before the work; the answer in the transaction of the work itself.
create table core_idempotency (
  organization text not null,
  actor text not null,
  operation text not null,
  key text not null,
  fingerprint text not null,
  token text not null,
  leased_until bigint not null,
  expires_at bigint not null,
  status integer,
  headers text,
  body text,
  primary key (organization, actor, operation, key)
);

create index core_idempotency_by_expiry on core_idempotency (expires_at);
