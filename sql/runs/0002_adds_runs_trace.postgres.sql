-- Brings the tables of runs to what openapi/runs.yaml asks for. Once applied it is never edited.

ALTER TABLE "runs" ADD COLUMN "trace" text COLLATE "C";
