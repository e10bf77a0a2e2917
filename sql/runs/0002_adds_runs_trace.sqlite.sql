-- Brings the tables of runs to what openapi/runs.yaml asks for. Once applied it is never edited.

ALTER TABLE "runs" ADD COLUMN "trace" TEXT;
CREATE INDEX "step_attempts_status_organization_priority_available_at_index" ON "step_attempts" ("status", "organization", "priority", "available_at");
