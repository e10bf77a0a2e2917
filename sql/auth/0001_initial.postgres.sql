-- The tables of auth, as openapi/auth.yaml asked for them at first. Yours to change: it is never rewritten.

CREATE TABLE "link_requests" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "purpose" text COLLATE "C" NOT NULL,
  "email" text COLLATE "C" NOT NULL,
  "user_id" text COLLATE "C",
  PRIMARY KEY (id)
);

CREATE TABLE "links" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "purpose" text COLLATE "C" NOT NULL,
  "hash" text COLLATE "C" NOT NULL,
  "user_id" text COLLATE "C" NOT NULL,
  "email" text COLLATE "C" NOT NULL,
  "expires_at" timestamptz(3) NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "links_hash_key" ON "links" ("hash");
CREATE INDEX "links_user_id_purpose_index" ON "links" ("user_id", "purpose");
CREATE INDEX "links_expires_at_index" ON "links" ("expires_at");

CREATE TABLE "provider_attempts" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "provider" text COLLATE "C" NOT NULL,
  "hash" text COLLATE "C" NOT NULL,
  "browser" text COLLATE "C" NOT NULL,
  "nonce" text COLLATE "C" NOT NULL,
  "verifier" text COLLATE "C" NOT NULL,
  "user_id" text COLLATE "C",
  "expires_at" timestamptz(3) NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "provider_attempts_hash_key" ON "provider_attempts" ("hash");
CREATE INDEX "provider_attempts_expires_at_index" ON "provider_attempts" ("expires_at");

CREATE TABLE "identities" (
  "id" text COLLATE "C" NOT NULL,
  "created_by" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "provider" text COLLATE "C" NOT NULL,
  "subject" text COLLATE "C" NOT NULL,
  "email" text COLLATE "C" NOT NULL,
  "last_used_at" timestamptz(3),
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "identities_provider_subject_key" ON "identities" ("created_by", "provider", "subject");
CREATE INDEX "identities_provider_subject_across" ON "identities" ("provider", "subject");
CREATE INDEX "identities_created_at_id_index" ON "identities" ("created_by", "created_at", "id");

CREATE TABLE "device_sign_ins" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "client" text COLLATE "C" NOT NULL,
  "address" text COLLATE "C",
  "hash" text COLLATE "C" NOT NULL,
  "user_code_hash" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "user_id" text COLLATE "C",
  "methods" jsonb NOT NULL,
  "interval" bigint NOT NULL,
  "asked_at" timestamptz(3),
  "expires_at" timestamptz(3) NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "device_sign_ins_hash_key" ON "device_sign_ins" ("hash");
CREATE UNIQUE INDEX "device_sign_ins_user_code_hash_key" ON "device_sign_ins" ("user_code_hash");
CREATE INDEX "device_sign_ins_expires_at_index" ON "device_sign_ins" ("expires_at");

CREATE TABLE "totps" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "user_id" text COLLATE "C" NOT NULL,
  "secret" text COLLATE "C" NOT NULL,
  "confirmed_at" timestamptz(3),
  "last_step" bigint NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "totps_user_id_key" ON "totps" ("user_id");

CREATE TABLE "recovery_codes" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "user_id" text COLLATE "C" NOT NULL,
  "hash" text COLLATE "C" NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "recovery_codes_user_id_hash_key" ON "recovery_codes" ("user_id", "hash");

CREATE TABLE "trusted_devices" (
  "id" text COLLATE "C" NOT NULL,
  "created_by" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "hash" text COLLATE "C" NOT NULL,
  "device" text COLLATE "C",
  "expires_at" timestamptz(3) NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "trusted_devices_hash_key" ON "trusted_devices" ("created_by", "hash");
CREATE INDEX "trusted_devices_expires_at_index" ON "trusted_devices" ("created_by", "expires_at");
CREATE INDEX "trusted_devices_created_at_id_index" ON "trusted_devices" ("created_by", "created_at", "id");

CREATE TABLE "challenges" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "purpose" text COLLATE "C" NOT NULL,
  "hash" text COLLATE "C" NOT NULL,
  "user_id" text COLLATE "C",
  "methods" jsonb NOT NULL,
  "expires_at" timestamptz(3) NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "challenges_hash_key" ON "challenges" ("hash");
CREATE INDEX "challenges_expires_at_index" ON "challenges" ("expires_at");

CREATE TABLE "passkeys" (
  "id" text COLLATE "C" NOT NULL,
  "created_by" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "credential_id" text COLLATE "C" NOT NULL,
  "public_key" text COLLATE "C" NOT NULL,
  "counter" bigint NOT NULL,
  "transports" jsonb NOT NULL,
  "synced" boolean NOT NULL,
  "last_used_at" timestamptz(3),
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "passkeys_credential_id_key" ON "passkeys" ("created_by", "credential_id");
CREATE INDEX "passkeys_credential_id_across" ON "passkeys" ("credential_id");
CREATE INDEX "passkeys_created_at_id_index" ON "passkeys" ("created_by", "created_at", "id");

CREATE TABLE "users" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "email" text COLLATE "C" NOT NULL,
  "email_verified_at" timestamptz(3),
  "second_factor" boolean NOT NULL,
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
  "signed_in_at" timestamptz(3) NOT NULL,
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
