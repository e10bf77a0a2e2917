-- The tables of auth, as openapi/auth.yaml asked for them at first. Yours to change: it is never rewritten.

CREATE TABLE "users" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "email" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "password_hash" text COLLATE "C",
  "administrator" boolean NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "users_email_key" ON "users" ("email");
CREATE INDEX "users_created_at_id_index" ON "users" ("created_at", "id");

CREATE TABLE "sessions" (
  "id" text COLLATE "C" NOT NULL,
  "created_by" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "organization" text COLLATE "C",
  "device" text COLLATE "C",
  "address" text COLLATE "C",
  "methods" jsonb NOT NULL,
  "csrf_hash" text COLLATE "C",
  "expires_at" timestamptz(3) NOT NULL,
  "last_used_at" timestamptz(3) NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX "sessions_created_at_id_index" ON "sessions" ("created_by", "created_at", "id");
CREATE INDEX "sessions_last_used_at_id_index" ON "sessions" ("created_by", "last_used_at", "id");

CREATE TABLE "service_tokens" (
  "id" text COLLATE "C" NOT NULL,
  "organization_id" text COLLATE "C" NOT NULL,
  "created_by" text COLLATE "C",
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "hash" text COLLATE "C" NOT NULL,
  "owner_id" text COLLATE "C" NOT NULL,
  "permissions" jsonb NOT NULL,
  "expires_at" timestamptz(3) NOT NULL,
  "last_used_at" timestamptz(3),
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "service_tokens_hash_key" ON "service_tokens" ("organization_id", "hash");
CREATE INDEX "service_tokens_owner_id_index" ON "service_tokens" ("organization_id", "owner_id");
CREATE INDEX "service_tokens_hash_across" ON "service_tokens" ("hash");

CREATE TABLE "refresh_tokens" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "hash" text COLLATE "C" NOT NULL,
  "session_id" text COLLATE "C" NOT NULL,
  "user_id" text COLLATE "C" NOT NULL,
  "expires_at" timestamptz(3) NOT NULL,
  "used_at" timestamptz(3),
  "successor_id" text COLLATE "C",
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "refresh_tokens_hash_key" ON "refresh_tokens" ("hash");
CREATE INDEX "refresh_tokens_session_id_index" ON "refresh_tokens" ("session_id");
CREATE INDEX "refresh_tokens_expires_at_index" ON "refresh_tokens" ("expires_at");
