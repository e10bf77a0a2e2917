-- Mail that waits to be sent: a row is gone once a server has taken the message. content is encrypted. available_at (milliseconds since
-- the epoch) is when somebody may take it: after a back-off, or when the lease of whoever holds its token has run out.
create table core_mail (
  id text primary key,
  content text not null,
  attempts integer not null default 0,
  available_at bigint not null,
  token text,
  last_error text
);

create index core_mail_by_due on core_mail (available_at);
