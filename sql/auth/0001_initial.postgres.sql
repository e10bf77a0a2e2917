-- The tables of auth, as openapi/auth.yaml asked for them at first. Yours to change: it is never rewritten.

CREATE TABLE "users" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "email" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "password_hash" text COLLATE "C" NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "users_email_key" ON "users" ("email");

CREATE TABLE "sessions" (
  "id" text COLLATE "C" NOT NULL,
  "created_by" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "organization" text COLLATE "C",
  "device" text COLLATE "C",
  "expires_at" timestamptz(3) NOT NULL,
  "last_used_at" timestamptz(3) NOT NULL,
  "revoked_at" timestamptz(3),
  PRIMARY KEY (id)
);
CREATE INDEX "sessions_created_at_id_index" ON "sessions" ("created_by", "created_at", "id");

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
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "refresh_tokens_hash_key" ON "refresh_tokens" ("hash");
CREATE INDEX "refresh_tokens_session_id_index" ON "refresh_tokens" ("session_id");
