-- Brings the tables of auth to what openapi/auth.yaml asks for. Once applied it is never edited.

CREATE TABLE "sign_ups" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "email" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "organization" TEXT,
  "password_hash" TEXT NOT NULL,
  "hash" TEXT,
  "expires_at" TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE TABLE "known_browsers" (
  "id" TEXT NOT NULL,
  "created_by" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "hash" TEXT NOT NULL,
  "expires_at" TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX "known_browsers_expires_at_index" ON "known_browsers" ("created_by", "expires_at");
CREATE INDEX "known_browsers_hash_across" ON "known_browsers" ("hash");
CREATE UNIQUE INDEX "known_browsers_hash_key" ON "known_browsers" ("created_by", "hash");
CREATE INDEX "sign_ups_expires_at_index" ON "sign_ups" ("expires_at");
CREATE UNIQUE INDEX "sign_ups_hash_key" ON "sign_ups" ("hash");
