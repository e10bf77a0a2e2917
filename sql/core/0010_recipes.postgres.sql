-- By what the values of a column were made that is made of others: "notes.search_words", and how. Where that differs from how the
-- program makes them by now, they are made anew.
create table core_recipes (
  name text not null primary key,
  recipe text not null
);
