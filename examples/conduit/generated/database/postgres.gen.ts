// Made from sql/ as a migrated database shows it. Do not edit: add a migration and run `npm run generate`.
// Migrations: 933a7336088c3a1139030b79d3a5f3cbdd6a13cc5aad8670bc8058b5c3a3d944
import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export interface Articles {
  author_id: string;
  body: string;
  created_at: Date;
  description: string;
  id: string;
  number: number;
  slug: string;
  tag_list: Json;
  title: string;
  updated_at: Date;
  version: number;
}

export interface ArticleTags {
  article_id: string;
  created_at: Date;
  id: string;
  name: string;
  updated_at: Date;
  version: number;
}

export interface Comments {
  article_id: string;
  author_id: string;
  body: string;
  created_at: Date;
  id: string;
  number: number;
  updated_at: Date;
  version: number;
}

export interface CoreAudit {
  actor: string;
  after: Json | null;
  at: string;
  before: Json | null;
  entity: string | null;
  id: string;
  operation: string;
  organization: string;
  owner: string | null;
  reason: string | null;
  request_id: string;
  row_id: string | null;
  sequence: number | null;
}

export interface CoreDeadLetters {
  aggregate: string;
  attempts: number;
  consumer: string;
  died_at: string;
  last_error: string;
  position: number;
}

export interface CoreDeliveries {
  aggregate: string;
  attempts: Generated<number>;
  available_at: number;
  consumer: string;
  last_error: string | null;
  position: number;
  token: string | null;
}

export interface CoreEmbeddingsDue {
  due_at: string;
  name: string;
  row_id: string;
  token: string;
}

export interface CoreEvents {
  actor: string;
  aggregate: string;
  data: Json;
  id: string;
  organization: string;
  position: Generated<number>;
  time: string;
  trace: string | null;
  type: string;
}

export interface CoreFeatures {
  enabled: boolean;
  feature: string;
  organization: string;
}

export interface CoreIdempotency {
  actor: string;
  body: string | null;
  expires_at: number;
  fingerprint: string;
  headers: string | null;
  key: string;
  leased_until: number;
  operation: string;
  organization: string;
  status: number | null;
  token: string;
}

export interface CoreLeases {
  holder: string;
  name: string;
  until: number;
}

export interface CoreMail {
  attempts: Generated<number>;
  available_at: number;
  content: string;
  id: string;
  last_error: string | null;
  token: string | null;
}

export interface CoreRateLimits {
  calls: string;
  expires_at: number;
  key: string;
}

export interface CoreRecipes {
  name: string;
  recipe: string;
}

export interface CoreSettings {
  name: string;
  organization: string;
  value: string;
}

export interface CoreTransitions {
  actor: string;
  actor_kind: string;
  at: string;
  automatic: boolean;
  entity: string;
  from_state: string;
  id: string;
  input: Json;
  organization: string;
  to_state: string;
  transition: string;
  version: number;
}

export interface Favorites {
  article_id: string;
  created_at: Date;
  id: string;
  updated_at: Date;
  user_id: string;
  version: number;
}

export interface Follows {
  created_at: Date;
  followed_id: string;
  follower_id: string;
  id: string;
  updated_at: Date;
  version: number;
}

export interface Users {
  bio: string | null;
  created_at: Date;
  email: string;
  id: string;
  image: string | null;
  password_hash: string;
  updated_at: Date;
  username: string;
  version: number;
}

export interface DB {
  article_tags: ArticleTags;
  articles: Articles;
  comments: Comments;
  core_audit: CoreAudit;
  core_dead_letters: CoreDeadLetters;
  core_deliveries: CoreDeliveries;
  core_embeddings_due: CoreEmbeddingsDue;
  core_events: CoreEvents;
  core_features: CoreFeatures;
  core_idempotency: CoreIdempotency;
  core_leases: CoreLeases;
  core_mail: CoreMail;
  core_rate_limits: CoreRateLimits;
  core_recipes: CoreRecipes;
  core_settings: CoreSettings;
  core_transitions: CoreTransitions;
  favorites: Favorites;
  follows: Follows;
  users: Users;
}
