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

-- users: rows of all.
DROP POLICY IF EXISTS "archwright" ON "users";
DROP POLICY IF EXISTS "archwright_read" ON "users";
DROP POLICY IF EXISTS "archwright_all" ON "users";
ALTER TABLE "users" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;

-- follows: rows of all.
DROP POLICY IF EXISTS "archwright" ON "follows";
DROP POLICY IF EXISTS "archwright_read" ON "follows";
DROP POLICY IF EXISTS "archwright_all" ON "follows";
ALTER TABLE "follows" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;

-- articles: rows of all.
DROP POLICY IF EXISTS "archwright" ON "articles";
DROP POLICY IF EXISTS "archwright_read" ON "articles";
DROP POLICY IF EXISTS "archwright_all" ON "articles";
ALTER TABLE "articles" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;

-- article_tags: rows of all.
DROP POLICY IF EXISTS "archwright" ON "article_tags";
DROP POLICY IF EXISTS "archwright_read" ON "article_tags";
DROP POLICY IF EXISTS "archwright_all" ON "article_tags";
ALTER TABLE "article_tags" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;

-- favorites: rows of all.
DROP POLICY IF EXISTS "archwright" ON "favorites";
DROP POLICY IF EXISTS "archwright_read" ON "favorites";
DROP POLICY IF EXISTS "archwright_all" ON "favorites";
ALTER TABLE "favorites" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;

-- comments: rows of all.
DROP POLICY IF EXISTS "archwright" ON "comments";
DROP POLICY IF EXISTS "archwright_read" ON "comments";
DROP POLICY IF EXISTS "archwright_all" ON "comments";
ALTER TABLE "comments" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;
