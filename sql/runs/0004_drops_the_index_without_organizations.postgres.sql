-- Brings the tables of runs to what openapi/runs.yaml asks for, once the index that takes its place is there. Once applied it is never edited.

DROP INDEX "step_attempts_status_priority_available_at_index";
