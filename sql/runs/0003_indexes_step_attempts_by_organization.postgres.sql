-- Brings the tables of runs to what openapi/runs.yaml asks for. Once applied it is never edited.

-- migrate: no transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS step_attempts_status_organization_priority_available_at_index ON step_attempts USING btree (status, organization, priority, available_at);
