-- Calls that count against a rate limit, by who made them. calls is a JSON list of times (milliseconds since the epoch).
-- Not logged: after a crash of the server counting begins anew, which costs nothing but a window.
create unlogged table core_rate_limits (
  key text primary key,
  calls text not null,
  expires_at bigint not null
);

create index core_rate_limits_by_expiry on core_rate_limits (expires_at);
