-- Brings the tables of auth to what openapi/auth.yaml asks for. Once applied it is never edited.

CREATE TABLE "sign_ups" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamp(3) with time zone NOT NULL,
  "updated_at" timestamp(3) with time zone NOT NULL,
  "version" integer NOT NULL,
  "email" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "organization" text COLLATE "C",
  "password_hash" text COLLATE "C" NOT NULL,
  "hash" text COLLATE "C",
  "expires_at" timestamp(3) with time zone NOT NULL,
  PRIMARY KEY (id)
);
CREATE TABLE "known_browsers" (
  "id" text COLLATE "C" NOT NULL,
  "created_by" text COLLATE "C" NOT NULL,
  "created_at" timestamp(3) with time zone NOT NULL,
  "updated_at" timestamp(3) with time zone NOT NULL,
  "version" integer NOT NULL,
  "hash" text COLLATE "C" NOT NULL,
  "expires_at" timestamp(3) with time zone NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX known_browsers_expires_at_index ON known_browsers USING btree (created_by, expires_at);
CREATE INDEX known_browsers_hash_across ON known_browsers USING btree (hash);
CREATE UNIQUE INDEX known_browsers_hash_key ON known_browsers USING btree (created_by, hash);
CREATE INDEX sign_ups_expires_at_index ON sign_ups USING btree (expires_at);
CREATE UNIQUE INDEX sign_ups_hash_key ON sign_ups USING btree (hash);
