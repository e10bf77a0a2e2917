-- Rows that wait to be embedded, by the name of their table: marked in the transaction that wrote what they say, taken with a lease, and
-- forgotten once their vector is kept. The token is another one whenever a row is marked again.
create table core_embeddings_due (
  name text not null,
  row_id text not null,
  token text not null,
  due_at text not null,
  primary key (name, row_id)
) strict, without rowid;
create index core_embeddings_due_index on core_embeddings_due (name, due_at);
