-- The tables of organizations, as openapi/organizations.yaml asked for them at first. Yours to change: it is never rewritten.

CREATE TABLE "organizations" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  PRIMARY KEY (id)
);

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
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "memberships_user_id_key" ON "memberships" ("organization_id", "user_id");
CREATE INDEX "memberships_user_id_across" ON "memberships" ("user_id");
CREATE INDEX "memberships_created_at_id_index" ON "memberships" ("organization_id", "created_at", "id");
CREATE INDEX "memberships_name_id_index" ON "memberships" ("organization_id", "name", "id");
