-- The tables of organizations, as openapi/organizations.yaml asked for them at first. Yours to change: it is never rewritten.

CREATE TABLE "organizations" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "deleted_at" TEXT,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX "organizations_deleted_at_id_index" ON "organizations" ("deleted_at", "id");

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
  "owner" INTEGER NOT NULL,
  PRIMARY KEY (id),
  UNIQUE ("organization_id", "id")
) STRICT;
CREATE UNIQUE INDEX "memberships_user_id_key" ON "memberships" ("organization_id", "user_id");
CREATE INDEX "memberships_user_id_across" ON "memberships" ("user_id");
CREATE INDEX "memberships_created_at_id_index" ON "memberships" ("organization_id", "created_at", "id");
CREATE INDEX "memberships_name_id_index" ON "memberships" ("organization_id", "name", "id");

CREATE TABLE "teams" (
  "id" TEXT NOT NULL,
  "organization_id" TEXT NOT NULL,
  "created_by" TEXT,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "description" TEXT,
  PRIMARY KEY (id),
  UNIQUE ("organization_id", "id")
) STRICT;
CREATE UNIQUE INDEX "teams_name_key" ON "teams" ("organization_id", "name");
CREATE INDEX "teams_created_at_id_index" ON "teams" ("organization_id", "created_at", "id");

CREATE TABLE "team_members" (
  "id" TEXT NOT NULL,
  "organization_id" TEXT NOT NULL,
  "created_by" TEXT,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "team_id" TEXT NOT NULL,
  "membership_id" TEXT NOT NULL,
  "user_id" TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY ("organization_id", "membership_id") REFERENCES "memberships" ("organization_id", "id") ON DELETE CASCADE,
  FOREIGN KEY ("organization_id", "team_id") REFERENCES "teams" ("organization_id", "id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "team_members_team_id_membership_id_key" ON "team_members" ("organization_id", "team_id", "membership_id");
CREATE INDEX "team_members_membership_id_index" ON "team_members" ("organization_id", "membership_id");
CREATE INDEX "team_members_user_id_index" ON "team_members" ("organization_id", "user_id");
CREATE INDEX "team_members_created_at_id_index" ON "team_members" ("organization_id", "created_at", "id");

CREATE TABLE "roles" (
  "id" TEXT NOT NULL,
  "organization_id" TEXT NOT NULL,
  "created_by" TEXT,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "description" TEXT,
  "permissions" TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "roles_name_key" ON "roles" ("organization_id", "name");
CREATE INDEX "roles_created_at_id_index" ON "roles" ("organization_id", "created_at", "id");

CREATE TABLE "invitations" (
  "id" TEXT NOT NULL,
  "organization_id" TEXT NOT NULL,
  "created_by" TEXT,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "email" TEXT NOT NULL,
  "invited_by" TEXT NOT NULL,
  "roles" TEXT NOT NULL,
  "teams" TEXT NOT NULL,
  "token_hash" TEXT NOT NULL,
  "expires_at" TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "invitations_email_key" ON "invitations" ("organization_id", "email");
CREATE INDEX "invitations_token_hash_index" ON "invitations" ("organization_id", "token_hash");
CREATE INDEX "invitations_token_hash_across" ON "invitations" ("token_hash");
CREATE INDEX "invitations_created_at_id_index" ON "invitations" ("organization_id", "created_at", "id");
CREATE INDEX "invitations_expires_at_id_index" ON "invitations" ("organization_id", "expires_at", "id");
