-- The tables of runs, as openapi/runs.yaml asked for them at first. Yours to change: it is never rewritten.

CREATE TABLE "runs" (
  "id" TEXT NOT NULL,
  "organization_id" TEXT NOT NULL,
  "created_by" TEXT,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "pipeline_id" TEXT NOT NULL,
  "pipeline_name" TEXT NOT NULL,
  "pipeline_version" INTEGER NOT NULL,
  "started_by" TEXT,
  "status" TEXT NOT NULL,
  "wait_reason" TEXT,
  "input" TEXT NOT NULL,
  "output" TEXT,
  "error" TEXT,
  "started_at" TEXT,
  "finished_at" TEXT,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX "runs_status_index" ON "runs" ("organization_id", "status");
CREATE INDEX "runs_pipeline_id_created_at_index" ON "runs" ("organization_id", "pipeline_id", "created_at");
CREATE INDEX "runs_created_at_id_index" ON "runs" ("organization_id", "created_at", "id");
CREATE INDEX "runs_finished_at_id_index" ON "runs" ("organization_id", "finished_at", "id");

CREATE TABLE "run_steps" (
  "id" TEXT NOT NULL,
  "organization_id" TEXT NOT NULL,
  "created_by" TEXT,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "run_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "step" TEXT NOT NULL,
  "name" TEXT,
  "tool" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "wait_reason" TEXT,
  "attempts" INTEGER NOT NULL,
  "input" TEXT,
  "output" TEXT,
  "error" TEXT,
  "started_at" TEXT,
  "finished_at" TEXT,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "run_steps_run_id_step_key" ON "run_steps" ("organization_id", "run_id", "step");

CREATE TABLE "step_attempts" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "organization" TEXT NOT NULL,
  "run_id" TEXT NOT NULL,
  "step" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "status" TEXT NOT NULL,
  "available_at" INTEGER NOT NULL,
  "priority" INTEGER NOT NULL,
  "token" INTEGER NOT NULL,
  "leased_until" INTEGER NOT NULL,
  "losses" INTEGER NOT NULL,
  "worker" TEXT,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "step_attempts_run_id_step_key" ON "step_attempts" ("run_id", "step");
CREATE INDEX "step_attempts_status_priority_available_at_index" ON "step_attempts" ("status", "priority", "available_at");
CREATE INDEX "step_attempts_status_available_at_index" ON "step_attempts" ("status", "available_at");
CREATE INDEX "step_attempts_status_leased_until_index" ON "step_attempts" ("status", "leased_until");

CREATE TABLE "run_records" (
  "id" TEXT NOT NULL,
  "organization_id" TEXT NOT NULL,
  "created_by" TEXT,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "run_id" TEXT NOT NULL,
  "sequence" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "step" TEXT,
  "body" TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "run_records_run_id_sequence_key" ON "run_records" ("organization_id", "run_id", "sequence");
