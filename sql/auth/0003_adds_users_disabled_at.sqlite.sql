-- Brings the tables of auth to what openapi/auth.yaml asks for. Once applied it is never edited.

ALTER TABLE "users" ADD COLUMN "disabled_at" TEXT;
