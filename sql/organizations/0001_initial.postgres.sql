-- The tables of organizations, as openapi/organizations.yaml asked for them at first. Yours to change: it is never rewritten.

CREATE TABLE "organizations" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "deleted_at" timestamptz(3),
  PRIMARY KEY (id)
);
CREATE INDEX "organizations_deleted_at_id_index" ON "organizations" ("deleted_at", "id");

CREATE TABLE "memberships" (
  "id" text COLLATE "C" NOT NULL,
  "organization_id" text COLLATE "C" NOT NULL,
  "created_by" text COLLATE "C",
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "user_id" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "email" text COLLATE "C" NOT NULL,
  "roles" jsonb NOT NULL,
  "owner" boolean NOT NULL,
  PRIMARY KEY (id),
  UNIQUE ("organization_id", "id")
);
CREATE UNIQUE INDEX "memberships_user_id_key" ON "memberships" ("organization_id", "user_id");
CREATE INDEX "memberships_user_id_across" ON "memberships" ("user_id");
CREATE INDEX "memberships_created_at_id_index" ON "memberships" ("organization_id", "created_at", "id");
CREATE INDEX "memberships_name_id_index" ON "memberships" ("organization_id", "name", "id");

CREATE TABLE "teams" (
  "id" text COLLATE "C" NOT NULL,
  "organization_id" text COLLATE "C" NOT NULL,
  "created_by" text COLLATE "C",
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "description" text COLLATE "C",
  PRIMARY KEY (id),
  UNIQUE ("organization_id", "id")
);
CREATE UNIQUE INDEX "teams_name_key" ON "teams" ("organization_id", "name");
CREATE INDEX "teams_created_at_id_index" ON "teams" ("organization_id", "created_at", "id");

CREATE TABLE "team_members" (
  "id" text COLLATE "C" NOT NULL,
  "organization_id" text COLLATE "C" NOT NULL,
  "created_by" text COLLATE "C",
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "team_id" text COLLATE "C" NOT NULL,
  "membership_id" text COLLATE "C" NOT NULL,
  "user_id" text COLLATE "C" NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY ("organization_id", "membership_id") REFERENCES "memberships" ("organization_id", "id") ON DELETE CASCADE,
  FOREIGN KEY ("organization_id", "team_id") REFERENCES "teams" ("organization_id", "id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "team_members_team_id_membership_id_key" ON "team_members" ("organization_id", "team_id", "membership_id");
CREATE INDEX "team_members_membership_id_index" ON "team_members" ("organization_id", "membership_id");
CREATE INDEX "team_members_user_id_index" ON "team_members" ("organization_id", "user_id");
CREATE INDEX "team_members_created_at_id_index" ON "team_members" ("organization_id", "created_at", "id");

CREATE TABLE "roles" (
  "id" text COLLATE "C" NOT NULL,
  "organization_id" text COLLATE "C" NOT NULL,
  "created_by" text COLLATE "C",
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "description" text COLLATE "C",
  "permissions" jsonb NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "roles_name_key" ON "roles" ("organization_id", "name");
CREATE INDEX "roles_created_at_id_index" ON "roles" ("organization_id", "created_at", "id");

CREATE TABLE "invitations" (
  "id" text COLLATE "C" NOT NULL,
  "organization_id" text COLLATE "C" NOT NULL,
  "created_by" text COLLATE "C",
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "email" text COLLATE "C" NOT NULL,
  "invited_by" text COLLATE "C" NOT NULL,
  "roles" jsonb NOT NULL,
  "teams" jsonb NOT NULL,
  "token_hash" text COLLATE "C" NOT NULL,
  "expires_at" timestamptz(3) NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "invitations_email_key" ON "invitations" ("organization_id", "email");
CREATE INDEX "invitations_token_hash_index" ON "invitations" ("organization_id", "token_hash");
CREATE INDEX "invitations_token_hash_across" ON "invitations" ("token_hash");
CREATE INDEX "invitations_created_at_id_index" ON "invitations" ("organization_id", "created_at", "id");
CREATE INDEX "invitations_expires_at_id_index" ON "invitations" ("organization_id", "expires_at", "id");
