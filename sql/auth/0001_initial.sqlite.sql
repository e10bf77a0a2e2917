-- The tables of auth, as openapi/auth.yaml asked for them at first. Yours to change: it is never rewritten.

CREATE TABLE "users" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "email" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "password_hash" TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "users_email_key" ON "users" ("email");

CREATE TABLE "sessions" (
  "id" TEXT NOT NULL,
  "created_by" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "organization" TEXT,
  "device" TEXT,
  "expires_at" TEXT NOT NULL,
  "last_used_at" TEXT NOT NULL,
  "revoked_at" TEXT,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX "sessions_created_at_id_index" ON "sessions" ("created_by", "created_at", "id");

CREATE TABLE "refresh_tokens" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "hash" TEXT NOT NULL,
  "session_id" TEXT NOT NULL,
  "user_id" TEXT NOT NULL,
  "expires_at" TEXT NOT NULL,
  "used_at" TEXT,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "refresh_tokens_hash_key" ON "refresh_tokens" ("hash");
CREATE INDEX "refresh_tokens_session_id_index" ON "refresh_tokens" ("session_id");
