import { expressionBuilder } from "kysely";
import type { ConduitSqliteTables } from "../../generated/conduit/tables.gen.ts";
import type { Profile } from "../../generated/conduit/types.gen.ts";

/** What a joined row says of an author. */
export interface AuthorRow {
  readonly username: string;
  readonly bio: string | null;
  readonly image: string | null;
  readonly following: unknown;
}

/** A column of queries over `users`: whether the viewer follows them. */
export function following(viewer: string) {
  const eb = expressionBuilder<ConduitSqliteTables, "users">();
  const follow = eb.selectFrom("follows").select("follows.id").whereRef("follows.followed_id", "=", "users.id");
  return eb.exists(follow.where("follows.follower_id", "=", viewer)).as("following");
}

/** SQLite has no truth values, but 0 and 1. */
export const author = ({ username, bio, image, following }: AuthorRow): Profile => ({
  username,
  bio,
  image,
  following: Boolean(following),
});

/** A time of a row: text of SQLite, a Date of Postgres. */
export const time = (value: string | Date): string => (value instanceof Date ? value.toISOString() : value);
