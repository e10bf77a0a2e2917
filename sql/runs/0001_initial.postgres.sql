-- The tables of runs, as openapi/runs.yaml asked for them at first. Yours to change: it is never rewritten.

CREATE TABLE "runs" (
  "id" text COLLATE "C" NOT NULL,
  "organization_id" text COLLATE "C" NOT NULL,
  "created_by" text COLLATE "C",
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "pipeline_id" text COLLATE "C" NOT NULL,
  "pipeline_name" text COLLATE "C" NOT NULL,
  "pipeline_version" bigint NOT NULL,
  "started_by" text COLLATE "C",
  "status" text COLLATE "C" NOT NULL,
  "wait_reason" text COLLATE "C",
  "input" jsonb NOT NULL,
  "output" jsonb,
  "error" text COLLATE "C",
  "started_at" timestamptz(3),
  "finished_at" timestamptz(3),
  PRIMARY KEY (id)
);
CREATE INDEX "runs_status_index" ON "runs" ("organization_id", "status");
CREATE INDEX "runs_pipeline_id_created_at_index" ON "runs" ("organization_id", "pipeline_id", "created_at");
CREATE INDEX "runs_created_at_id_index" ON "runs" ("organization_id", "created_at", "id");
CREATE INDEX "runs_finished_at_id_index" ON "runs" ("organization_id", "finished_at", "id");

CREATE TABLE "run_steps" (
  "id" text COLLATE "C" NOT NULL,
  "organization_id" text COLLATE "C" NOT NULL,
  "created_by" text COLLATE "C",
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "run_id" text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  "step" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C",
  "tool" text COLLATE "C" NOT NULL,
  "status" text COLLATE "C" NOT NULL,
  "wait_reason" text COLLATE "C",
  "attempts" bigint NOT NULL,
  "input" jsonb,
  "output" jsonb,
  "error" text COLLATE "C",
  "started_at" timestamptz(3),
  "finished_at" timestamptz(3),
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "run_steps_run_id_step_key" ON "run_steps" ("organization_id", "run_id", "step");

CREATE TABLE "step_attempts" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "organization" text COLLATE "C" NOT NULL,
  "run_id" text COLLATE "C" NOT NULL,
  "step" text COLLATE "C" NOT NULL,
  "number" bigint NOT NULL,
  "status" text COLLATE "C" NOT NULL,
  "available_at" bigint NOT NULL,
  "priority" integer NOT NULL,
  "token" bigint NOT NULL,
  "leased_until" bigint NOT NULL,
  "losses" bigint NOT NULL,
  "worker" text COLLATE "C",
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "step_attempts_run_id_step_key" ON "step_attempts" ("run_id", "step");
CREATE INDEX "step_attempts_status_priority_available_at_index" ON "step_attempts" ("status", "priority", "available_at");
CREATE INDEX "step_attempts_status_available_at_index" ON "step_attempts" ("status", "available_at");
CREATE INDEX "step_attempts_status_leased_until_index" ON "step_attempts" ("status", "leased_until");

CREATE TABLE "run_records" (
  "id" text COLLATE "C" NOT NULL,
  "organization_id" text COLLATE "C" NOT NULL,
  "created_by" text COLLATE "C",
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "run_id" text COLLATE "C" NOT NULL,
  "sequence" bigint NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "step" text COLLATE "C",
  "body" text COLLATE "C" NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "run_records_run_id_sequence_key" ON "run_records" ("organization_id", "run_id", "sequence");
