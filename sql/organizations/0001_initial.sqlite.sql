-- The tables of organizations, as openapi/organizations.yaml asked for them at first. Yours to change: it is never rewritten.

CREATE TABLE "organizations" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;

CREATE TABLE "memberships" (
  "id" TEXT NOT NULL,
  "organization_id" TEXT NOT NULL,
  "created_by" TEXT,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "user_id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "roles" TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "memberships_user_id_key" ON "memberships" ("organization_id", "user_id");
CREATE INDEX "memberships_user_id_across" ON "memberships" ("user_id");
CREATE INDEX "memberships_created_at_id_index" ON "memberships" ("organization_id", "created_at", "id");
CREATE INDEX "memberships_name_id_index" ON "memberships" ("organization_id", "name", "id");
