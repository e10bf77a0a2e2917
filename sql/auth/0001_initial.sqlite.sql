-- The tables of auth, as openapi/auth.yaml asked for them at first. Yours to change: it is never rewritten.

CREATE TABLE "link_requests" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "purpose" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "user_id" TEXT,
  PRIMARY KEY (id)
) STRICT;

CREATE TABLE "links" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "purpose" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  "user_id" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "expires_at" TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "links_hash_key" ON "links" ("hash");
CREATE INDEX "links_user_id_purpose_index" ON "links" ("user_id", "purpose");
CREATE INDEX "links_expires_at_index" ON "links" ("expires_at");

CREATE TABLE "provider_attempts" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "provider" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  "browser" TEXT NOT NULL,
  "nonce" TEXT NOT NULL,
  "verifier" TEXT NOT NULL,
  "user_id" TEXT,
  "expires_at" TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "provider_attempts_hash_key" ON "provider_attempts" ("hash");
CREATE INDEX "provider_attempts_expires_at_index" ON "provider_attempts" ("expires_at");

CREATE TABLE "identities" (
  "id" TEXT NOT NULL,
  "created_by" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "provider" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "last_used_at" TEXT,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "identities_provider_subject_key" ON "identities" ("created_by", "provider", "subject");
CREATE INDEX "identities_provider_subject_across" ON "identities" ("provider", "subject");
CREATE INDEX "identities_created_at_id_index" ON "identities" ("created_by", "created_at", "id");

CREATE TABLE "device_sign_ins" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "client" TEXT NOT NULL,
  "address" TEXT,
  "hash" TEXT NOT NULL,
  "user_code_hash" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "user_id" TEXT,
  "methods" TEXT NOT NULL,
  "interval" INTEGER NOT NULL,
  "asked_at" TEXT,
  "expires_at" TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "device_sign_ins_hash_key" ON "device_sign_ins" ("hash");
CREATE UNIQUE INDEX "device_sign_ins_user_code_hash_key" ON "device_sign_ins" ("user_code_hash");
CREATE INDEX "device_sign_ins_expires_at_index" ON "device_sign_ins" ("expires_at");

CREATE TABLE "totps" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "user_id" TEXT NOT NULL,
  "secret" TEXT NOT NULL,
  "confirmed_at" TEXT,
  "last_step" INTEGER NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "totps_user_id_key" ON "totps" ("user_id");

CREATE TABLE "recovery_codes" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "user_id" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "recovery_codes_user_id_hash_key" ON "recovery_codes" ("user_id", "hash");

CREATE TABLE "trusted_devices" (
  "id" TEXT NOT NULL,
  "created_by" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "hash" TEXT NOT NULL,
  "device" TEXT,
  "expires_at" TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "trusted_devices_hash_key" ON "trusted_devices" ("created_by", "hash");
CREATE INDEX "trusted_devices_expires_at_index" ON "trusted_devices" ("created_by", "expires_at");
CREATE INDEX "trusted_devices_created_at_id_index" ON "trusted_devices" ("created_by", "created_at", "id");

CREATE TABLE "challenges" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "purpose" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  "user_id" TEXT,
  "methods" TEXT NOT NULL,
  "expires_at" TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "challenges_hash_key" ON "challenges" ("hash");
CREATE INDEX "challenges_expires_at_index" ON "challenges" ("expires_at");

CREATE TABLE "passkeys" (
  "id" TEXT NOT NULL,
  "created_by" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "credential_id" TEXT NOT NULL,
  "public_key" TEXT NOT NULL,
  "counter" INTEGER NOT NULL,
  "transports" TEXT NOT NULL,
  "synced" INTEGER NOT NULL,
  "last_used_at" TEXT,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "passkeys_credential_id_key" ON "passkeys" ("created_by", "credential_id");
CREATE INDEX "passkeys_credential_id_across" ON "passkeys" ("credential_id");
CREATE INDEX "passkeys_created_at_id_index" ON "passkeys" ("created_by", "created_at", "id");

CREATE TABLE "users" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "email" TEXT NOT NULL,
  "email_verified_at" TEXT,
  "second_factor" INTEGER NOT NULL,
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
  "signed_in_at" TEXT NOT NULL,
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
