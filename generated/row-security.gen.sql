-- Made from openapi. Do not edit: change the specs and run `npm run generate`.
-- Whose rows a table shows to the role that the platform works as, when DATABASE_RLS is on. The settings hold for one transaction:
-- archwright.organization, archwright.user and archwright.teams (ids with commas between them, or all) say who asks; archwright.reach is
-- own, shared (the platform itself in no organization, which also writes what belongs to all) or all (its work over all organizations).

-- core_events: events of one organization, or of none.
DROP POLICY IF EXISTS "archwright" ON "core_events";
DROP POLICY IF EXISTS "archwright_read" ON "core_events";
DROP POLICY IF EXISTS "archwright_all" ON "core_events";
CREATE POLICY "archwright" ON "core_events" USING ("organization" = current_setting('archwright.organization', true));
CREATE POLICY "archwright_all" ON "core_events" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "core_events" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- core_audit: who did what; added by whoever acts in an organization, read there and by whoever the row belongs to, changed by nobody.
DROP POLICY IF EXISTS "archwright" ON "core_audit";
DROP POLICY IF EXISTS "archwright_read" ON "core_audit";
DROP POLICY IF EXISTS "archwright_all" ON "core_audit";
CREATE POLICY "archwright" ON "core_audit" FOR INSERT WITH CHECK ("organization" = current_setting('archwright.organization', true));
CREATE POLICY "archwright_read" ON "core_audit" FOR SELECT USING ("organization" = current_setting('archwright.organization', true) OR "owner" IN (current_setting('archwright.organization', true), current_setting('archwright.user', true), ''));
CREATE POLICY "archwright_all" ON "core_audit" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "core_audit" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- core_idempotency: answers given in one organization, or in none.
DROP POLICY IF EXISTS "archwright" ON "core_idempotency";
DROP POLICY IF EXISTS "archwright_read" ON "core_idempotency";
DROP POLICY IF EXISTS "archwright_all" ON "core_idempotency";
CREATE POLICY "archwright" ON "core_idempotency" USING ("organization" = current_setting('archwright.organization', true));
CREATE POLICY "archwright_all" ON "core_idempotency" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "core_idempotency" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- core_features: what one organization has.
DROP POLICY IF EXISTS "archwright" ON "core_features";
DROP POLICY IF EXISTS "archwright_read" ON "core_features";
DROP POLICY IF EXISTS "archwright_all" ON "core_features";
CREATE POLICY "archwright" ON "core_features" USING ("organization" = current_setting('archwright.organization', true));
CREATE POLICY "archwright_all" ON "core_features" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "core_features" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- core_settings: what one organization has set.
DROP POLICY IF EXISTS "archwright" ON "core_settings";
DROP POLICY IF EXISTS "archwright_read" ON "core_settings";
DROP POLICY IF EXISTS "archwright_all" ON "core_settings";
CREATE POLICY "archwright" ON "core_settings" USING ("organization" = current_setting('archwright.organization', true));
CREATE POLICY "archwright_all" ON "core_settings" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "core_settings" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- core_transitions: the history of what belongs to one organization, or to none.
DROP POLICY IF EXISTS "archwright" ON "core_transitions";
DROP POLICY IF EXISTS "archwright_read" ON "core_transitions";
DROP POLICY IF EXISTS "archwright_all" ON "core_transitions";
CREATE POLICY "archwright" ON "core_transitions" USING ("organization" IN (current_setting('archwright.organization', true), ''));
CREATE POLICY "archwright_all" ON "core_transitions" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "core_transitions" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- artifacts: rows of one organization.
DROP POLICY IF EXISTS "archwright" ON "artifacts";
DROP POLICY IF EXISTS "archwright_read" ON "artifacts";
DROP POLICY IF EXISTS "archwright_all" ON "artifacts";
CREATE POLICY "archwright" ON "artifacts" USING ("organization_id" = current_setting('archwright.organization', true));
CREATE POLICY "archwright_all" ON "artifacts" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "artifacts" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- artifact_versions: rows of one organization.
DROP POLICY IF EXISTS "archwright" ON "artifact_versions";
DROP POLICY IF EXISTS "archwright_read" ON "artifact_versions";
DROP POLICY IF EXISTS "archwright_all" ON "artifact_versions";
CREATE POLICY "archwright" ON "artifact_versions" USING ("organization_id" = current_setting('archwright.organization', true));
CREATE POLICY "archwright_all" ON "artifact_versions" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "artifact_versions" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- organizations: rows of all.
DROP POLICY IF EXISTS "archwright" ON "organizations";
DROP POLICY IF EXISTS "archwright_read" ON "organizations";
DROP POLICY IF EXISTS "archwright_all" ON "organizations";
ALTER TABLE "organizations" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;

-- memberships: rows of one organization.
DROP POLICY IF EXISTS "archwright" ON "memberships";
DROP POLICY IF EXISTS "archwright_read" ON "memberships";
DROP POLICY IF EXISTS "archwright_all" ON "memberships";
CREATE POLICY "archwright" ON "memberships" USING ("organization_id" = current_setting('archwright.organization', true));
CREATE POLICY "archwright_all" ON "memberships" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- teams: rows of one organization.
DROP POLICY IF EXISTS "archwright" ON "teams";
DROP POLICY IF EXISTS "archwright_read" ON "teams";
DROP POLICY IF EXISTS "archwright_all" ON "teams";
CREATE POLICY "archwright" ON "teams" USING ("organization_id" = current_setting('archwright.organization', true));
CREATE POLICY "archwright_all" ON "teams" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "teams" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- team_members: rows of one organization.
DROP POLICY IF EXISTS "archwright" ON "team_members";
DROP POLICY IF EXISTS "archwright_read" ON "team_members";
DROP POLICY IF EXISTS "archwright_all" ON "team_members";
CREATE POLICY "archwright" ON "team_members" USING ("organization_id" = current_setting('archwright.organization', true));
CREATE POLICY "archwright_all" ON "team_members" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "team_members" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- roles: rows of one organization.
DROP POLICY IF EXISTS "archwright" ON "roles";
DROP POLICY IF EXISTS "archwright_read" ON "roles";
DROP POLICY IF EXISTS "archwright_all" ON "roles";
CREATE POLICY "archwright" ON "roles" USING ("organization_id" = current_setting('archwright.organization', true));
CREATE POLICY "archwright_all" ON "roles" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "roles" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- invitations: rows of one organization.
DROP POLICY IF EXISTS "archwright" ON "invitations";
DROP POLICY IF EXISTS "archwright_read" ON "invitations";
DROP POLICY IF EXISTS "archwright_all" ON "invitations";
CREATE POLICY "archwright" ON "invitations" USING ("organization_id" = current_setting('archwright.organization', true));
CREATE POLICY "archwright_all" ON "invitations" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- link_requests: rows of all.
DROP POLICY IF EXISTS "archwright" ON "link_requests";
DROP POLICY IF EXISTS "archwright_read" ON "link_requests";
DROP POLICY IF EXISTS "archwright_all" ON "link_requests";
ALTER TABLE "link_requests" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;

-- links: rows of all.
DROP POLICY IF EXISTS "archwright" ON "links";
DROP POLICY IF EXISTS "archwright_read" ON "links";
DROP POLICY IF EXISTS "archwright_all" ON "links";
ALTER TABLE "links" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;

-- provider_attempts: rows of all.
DROP POLICY IF EXISTS "archwright" ON "provider_attempts";
DROP POLICY IF EXISTS "archwright_read" ON "provider_attempts";
DROP POLICY IF EXISTS "archwright_all" ON "provider_attempts";
ALTER TABLE "provider_attempts" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;

-- identities: rows of one user.
DROP POLICY IF EXISTS "archwright" ON "identities";
DROP POLICY IF EXISTS "archwright_read" ON "identities";
DROP POLICY IF EXISTS "archwright_all" ON "identities";
CREATE POLICY "archwright" ON "identities" USING ("created_by" = current_setting('archwright.user', true));
CREATE POLICY "archwright_all" ON "identities" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "identities" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- device_sign_ins: rows of all.
DROP POLICY IF EXISTS "archwright" ON "device_sign_ins";
DROP POLICY IF EXISTS "archwright_read" ON "device_sign_ins";
DROP POLICY IF EXISTS "archwright_all" ON "device_sign_ins";
ALTER TABLE "device_sign_ins" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;

-- totps: rows of all.
DROP POLICY IF EXISTS "archwright" ON "totps";
DROP POLICY IF EXISTS "archwright_read" ON "totps";
DROP POLICY IF EXISTS "archwright_all" ON "totps";
ALTER TABLE "totps" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;

-- recovery_codes: rows of all.
DROP POLICY IF EXISTS "archwright" ON "recovery_codes";
DROP POLICY IF EXISTS "archwright_read" ON "recovery_codes";
DROP POLICY IF EXISTS "archwright_all" ON "recovery_codes";
ALTER TABLE "recovery_codes" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;

-- trusted_devices: rows of one user.
DROP POLICY IF EXISTS "archwright" ON "trusted_devices";
DROP POLICY IF EXISTS "archwright_read" ON "trusted_devices";
DROP POLICY IF EXISTS "archwright_all" ON "trusted_devices";
CREATE POLICY "archwright" ON "trusted_devices" USING ("created_by" = current_setting('archwright.user', true));
CREATE POLICY "archwright_all" ON "trusted_devices" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "trusted_devices" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- challenges: rows of all.
DROP POLICY IF EXISTS "archwright" ON "challenges";
DROP POLICY IF EXISTS "archwright_read" ON "challenges";
DROP POLICY IF EXISTS "archwright_all" ON "challenges";
ALTER TABLE "challenges" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;

-- passkeys: rows of one user.
DROP POLICY IF EXISTS "archwright" ON "passkeys";
DROP POLICY IF EXISTS "archwright_read" ON "passkeys";
DROP POLICY IF EXISTS "archwright_all" ON "passkeys";
CREATE POLICY "archwright" ON "passkeys" USING ("created_by" = current_setting('archwright.user', true));
CREATE POLICY "archwright_all" ON "passkeys" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "passkeys" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- sign_ups: rows of all.
DROP POLICY IF EXISTS "archwright" ON "sign_ups";
DROP POLICY IF EXISTS "archwright_read" ON "sign_ups";
DROP POLICY IF EXISTS "archwright_all" ON "sign_ups";
ALTER TABLE "sign_ups" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;

-- known_browsers: rows of one user.
DROP POLICY IF EXISTS "archwright" ON "known_browsers";
DROP POLICY IF EXISTS "archwright_read" ON "known_browsers";
DROP POLICY IF EXISTS "archwright_all" ON "known_browsers";
CREATE POLICY "archwright" ON "known_browsers" USING ("created_by" = current_setting('archwright.user', true));
CREATE POLICY "archwright_all" ON "known_browsers" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "known_browsers" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- users: rows of all.
DROP POLICY IF EXISTS "archwright" ON "users";
DROP POLICY IF EXISTS "archwright_read" ON "users";
DROP POLICY IF EXISTS "archwright_all" ON "users";
ALTER TABLE "users" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;

-- sessions: rows of one user.
DROP POLICY IF EXISTS "archwright" ON "sessions";
DROP POLICY IF EXISTS "archwright_read" ON "sessions";
DROP POLICY IF EXISTS "archwright_all" ON "sessions";
CREATE POLICY "archwright" ON "sessions" USING ("created_by" = current_setting('archwright.user', true));
CREATE POLICY "archwright_all" ON "sessions" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- service_tokens: rows of one organization.
DROP POLICY IF EXISTS "archwright" ON "service_tokens";
DROP POLICY IF EXISTS "archwright_read" ON "service_tokens";
DROP POLICY IF EXISTS "archwright_all" ON "service_tokens";
CREATE POLICY "archwright" ON "service_tokens" USING ("organization_id" = current_setting('archwright.organization', true));
CREATE POLICY "archwright_all" ON "service_tokens" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "service_tokens" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- refresh_tokens: rows of all.
DROP POLICY IF EXISTS "archwright" ON "refresh_tokens";
DROP POLICY IF EXISTS "archwright_read" ON "refresh_tokens";
DROP POLICY IF EXISTS "archwright_all" ON "refresh_tokens";
ALTER TABLE "refresh_tokens" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;

-- tools: rows of all.
DROP POLICY IF EXISTS "archwright" ON "tools";
DROP POLICY IF EXISTS "archwright_read" ON "tools";
DROP POLICY IF EXISTS "archwright_all" ON "tools";
ALTER TABLE "tools" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;

-- pipelines: rows of one organization.
DROP POLICY IF EXISTS "archwright" ON "pipelines";
DROP POLICY IF EXISTS "archwright_read" ON "pipelines";
DROP POLICY IF EXISTS "archwright_all" ON "pipelines";
CREATE POLICY "archwright" ON "pipelines" USING ("organization_id" = current_setting('archwright.organization', true));
CREATE POLICY "archwright_all" ON "pipelines" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "pipelines" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- pipeline_versions: rows of one organization.
DROP POLICY IF EXISTS "archwright" ON "pipeline_versions";
DROP POLICY IF EXISTS "archwright_read" ON "pipeline_versions";
DROP POLICY IF EXISTS "archwright_all" ON "pipeline_versions";
CREATE POLICY "archwright" ON "pipeline_versions" USING ("organization_id" = current_setting('archwright.organization', true));
CREATE POLICY "archwright_all" ON "pipeline_versions" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "pipeline_versions" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- runs: rows of one organization.
DROP POLICY IF EXISTS "archwright" ON "runs";
DROP POLICY IF EXISTS "archwright_read" ON "runs";
DROP POLICY IF EXISTS "archwright_all" ON "runs";
CREATE POLICY "archwright" ON "runs" USING ("organization_id" = current_setting('archwright.organization', true));
CREATE POLICY "archwright_all" ON "runs" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "runs" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- run_steps: rows of one organization.
DROP POLICY IF EXISTS "archwright" ON "run_steps";
DROP POLICY IF EXISTS "archwright_read" ON "run_steps";
DROP POLICY IF EXISTS "archwright_all" ON "run_steps";
CREATE POLICY "archwright" ON "run_steps" USING ("organization_id" = current_setting('archwright.organization', true));
CREATE POLICY "archwright_all" ON "run_steps" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "run_steps" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- step_attempts: rows of all.
DROP POLICY IF EXISTS "archwright" ON "step_attempts";
DROP POLICY IF EXISTS "archwright_read" ON "step_attempts";
DROP POLICY IF EXISTS "archwright_all" ON "step_attempts";
ALTER TABLE "step_attempts" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;

-- run_records: rows of one organization.
DROP POLICY IF EXISTS "archwright" ON "run_records";
DROP POLICY IF EXISTS "archwright_read" ON "run_records";
DROP POLICY IF EXISTS "archwright_all" ON "run_records";
CREATE POLICY "archwright" ON "run_records" USING ("organization_id" = current_setting('archwright.organization', true));
CREATE POLICY "archwright_all" ON "run_records" USING (current_setting('archwright.reach', true) = 'all');
ALTER TABLE "run_records" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
