-- The tables of auth, as openapi/auth.yaml asked for them at first. Yours to change: it is never rewritten.

CREATE TABLE "users" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "email" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "password_hash" TEXT,
  "administrator" INTEGER NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "users_email_key" ON "users" ("email");
CREATE INDEX "users_created_at_id_index" ON "users" ("created_at", "id");

CREATE TABLE "sessions" (
  "id" TEXT NOT NULL,
  "created_by" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "organization" TEXT,
  "device" TEXT,
  "address" TEXT,
  "methods" TEXT NOT NULL,
  "csrf_hash" TEXT,
  "expires_at" TEXT NOT NULL,
  "last_used_at" TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX "sessions_created_at_id_index" ON "sessions" ("created_by", "created_at", "id");
CREATE INDEX "sessions_last_used_at_id_index" ON "sessions" ("created_by", "last_used_at", "id");

CREATE TABLE "service_tokens" (
  "id" TEXT NOT NULL,
  "organization_id" TEXT NOT NULL,
  "created_by" TEXT,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  "owner_id" TEXT NOT NULL,
  "permissions" TEXT NOT NULL,
  "expires_at" TEXT NOT NULL,
  "last_used_at" TEXT,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "service_tokens_hash_key" ON "service_tokens" ("organization_id", "hash");
CREATE INDEX "service_tokens_owner_id_index" ON "service_tokens" ("organization_id", "owner_id");
CREATE INDEX "service_tokens_hash_across" ON "service_tokens" ("hash");

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
  "successor_id" TEXT,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "refresh_tokens_hash_key" ON "refresh_tokens" ("hash");
CREATE INDEX "refresh_tokens_session_id_index" ON "refresh_tokens" ("session_id");
CREATE INDEX "refresh_tokens_expires_at_index" ON "refresh_tokens" ("expires_at");
