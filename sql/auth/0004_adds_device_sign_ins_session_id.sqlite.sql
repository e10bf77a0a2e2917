-- Brings the tables of auth to what openapi/auth.yaml asks for. Once applied it is never edited.

ALTER TABLE "device_sign_ins" ADD COLUMN "session_id" TEXT;
