-- Calls that count against a rate limit, by who made them. calls is a JSON list of times (milliseconds since the epoch).
create table core_rate_limits (
  key text primary key not null,
  calls text not null,
  expires_at integer not null
) strict, without rowid;

create index core_rate_limits_by_expiry on core_rate_limits (expires_at);
