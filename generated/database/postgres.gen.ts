// Made from sql/ as a migrated database shows it. Do not edit: add a migration and run `npm run generate`.
// Migrations: 54b70998f026a95bbe2b60c713f13fc354cc570ef2803d9364492ae40a080714
import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export interface Artifacts {
  created_at: Date;
  created_by: string | null;
  id: string;
  latest: number;
  media_type: string;
  name: string;
  organization_id: string;
  search_words: Generated<string>;
  sha256: string;
  size: number;
  updated_at: Date;
  version: number;
}

export interface ArtifactVersions {
  artifact_id: string;
  created_at: Date;
  created_by: string | null;
  id: string;
  media_type: string;
  number: number;
  organization_id: string;
  sha256: string;
  size: number;
  source: string | null;
  updated_at: Date;
  version: number;
}

export interface Challenges {
  created_at: Date;
  expires_at: Date;
  hash: string;
  id: string;
  methods: Json;
  purpose: string;
  updated_at: Date;
  user_id: string | null;
  version: number;
}

export interface CoreAudit {
  actor: string;
  after: Json | null;
  at: string;
  before: Json | null;
  entity: string | null;
  id: string;
  operation: string;
  organization: string;
  owner: string | null;
  reason: string | null;
  request_id: string;
  row_id: string | null;
  sequence: number | null;
}

export interface CoreDeadLetters {
  aggregate: string;
  attempts: number;
  consumer: string;
  died_at: string;
  last_error: string;
  position: number;
}

export interface CoreDeliveries {
  aggregate: string;
  attempts: Generated<number>;
  available_at: number;
  consumer: string;
  last_error: string | null;
  position: number;
  token: string | null;
}

export interface CoreEmbeddingsDue {
  due_at: string;
  name: string;
  row_id: string;
  token: string;
}

export interface CoreEvents {
  actor: string;
  aggregate: string;
  data: Json;
  id: string;
  organization: string;
  position: Generated<number>;
  time: string;
  trace: string | null;
  type: string;
}

export interface CoreFeatures {
  enabled: boolean;
  feature: string;
  organization: string;
}

export interface CoreIdempotency {
  actor: string;
  body: string | null;
  expires_at: number;
  fingerprint: string;
  headers: string | null;
  key: string;
  leased_until: number;
  operation: string;
  organization: string;
  status: number | null;
  token: string;
}

export interface CoreLeases {
  holder: string;
  name: string;
  until: number;
}

export interface CoreMail {
  attempts: Generated<number>;
  available_at: number;
  content: string;
  id: string;
  last_error: string | null;
  token: string | null;
}

export interface CoreRateLimits {
  calls: string;
  expires_at: number;
  key: string;
}

export interface CoreRecipes {
  name: string;
  recipe: string;
}

export interface CoreSettings {
  name: string;
  organization: string;
  value: string;
}

export interface CoreTransitions {
  actor: string;
  actor_kind: string;
  at: string;
  automatic: boolean;
  entity: string;
  from_state: string;
  id: string;
  input: Json;
  organization: string;
  to_state: string;
  transition: string;
  version: number;
}

export interface DeviceSignIns {
  address: string | null;
  asked_at: Date | null;
  client: string;
  created_at: Date;
  expires_at: Date;
  hash: string;
  id: string;
  interval: number;
  methods: Json;
  session_id: string | null;
  state: string;
  updated_at: Date;
  user_code_hash: string;
  user_id: string | null;
  version: number;
}

export interface Identities {
  created_at: Date;
  created_by: string;
  email: string;
  id: string;
  last_used_at: Date | null;
  provider: string;
  subject: string;
  updated_at: Date;
  version: number;
}

export interface Invitations {
  created_at: Date;
  created_by: string | null;
  email: string;
  expires_at: Date;
  id: string;
  invited_by: string;
  organization_id: string;
  roles: Json;
  teams: Json;
  token_hash: string;
  updated_at: Date;
  version: number;
}

export interface KnownBrowsers {
  created_at: Date;
  created_by: string;
  expires_at: Date;
  hash: string;
  id: string;
  updated_at: Date;
  version: number;
}

export interface LinkRequests {
  created_at: Date;
  email: string;
  id: string;
  purpose: string;
  updated_at: Date;
  user_id: string | null;
  version: number;
}

export interface Links {
  created_at: Date;
  email: string;
  expires_at: Date;
  hash: string;
  id: string;
  purpose: string;
  updated_at: Date;
  user_id: string;
  version: number;
}

export interface Memberships {
  created_at: Date;
  created_by: string | null;
  email: string;
  id: string;
  name: string;
  organization_id: string;
  owner: boolean;
  roles: Json;
  updated_at: Date;
  user_id: string;
  version: number;
}

export interface Organizations {
  created_at: Date;
  deleted_at: Date | null;
  id: string;
  name: string;
  updated_at: Date;
  version: number;
}

export interface Passkeys {
  counter: number;
  created_at: Date;
  created_by: string;
  credential_id: string;
  id: string;
  last_used_at: Date | null;
  name: string;
  public_key: string;
  synced: boolean;
  transports: Json;
  updated_at: Date;
  version: number;
}

export interface Pipelines {
  created_at: Date;
  created_by: string | null;
  definition: Json;
  description: string | null;
  id: string;
  latest: number;
  name: string;
  organization_id: string;
  search_words: Generated<string>;
  updated_at: Date;
  version: number;
}

export interface PipelineVersions {
  created_at: Date;
  created_by: string | null;
  definition: Json;
  edges: Json;
  id: string;
  number: number;
  organization_id: string;
  pipeline_id: string;
  updated_at: Date;
  version: number;
}

export interface ProviderAttempts {
  browser: string;
  created_at: Date;
  expires_at: Date;
  hash: string;
  id: string;
  nonce: string;
  provider: string;
  updated_at: Date;
  user_id: string | null;
  verifier: string;
  version: number;
}

export interface RecoveryCodes {
  created_at: Date;
  hash: string;
  id: string;
  updated_at: Date;
  user_id: string;
  version: number;
}

export interface RefreshTokens {
  created_at: Date;
  expires_at: Date;
  hash: string;
  id: string;
  session_id: string;
  successor_id: string | null;
  updated_at: Date;
  used_at: Date | null;
  user_id: string;
  version: number;
}

export interface Roles {
  created_at: Date;
  created_by: string | null;
  description: string | null;
  id: string;
  name: string;
  organization_id: string;
  permissions: Json;
  updated_at: Date;
  version: number;
}

export interface RunRecords {
  body: string;
  created_at: Date;
  created_by: string | null;
  id: string;
  kind: string;
  organization_id: string;
  run_id: string;
  sequence: number;
  step: string | null;
  updated_at: Date;
  version: number;
}

export interface Runs {
  created_at: Date;
  created_by: string | null;
  error: string | null;
  finished_at: Date | null;
  id: string;
  input: Json;
  organization_id: string;
  output: Json | null;
  pipeline_id: string;
  pipeline_name: string;
  pipeline_version: number;
  started_at: Date | null;
  started_by: string | null;
  status: string;
  trace: string | null;
  updated_at: Date;
  version: number;
  wait_reason: string | null;
}

export interface RunSteps {
  attempts: number;
  created_at: Date;
  created_by: string | null;
  error: string | null;
  finished_at: Date | null;
  id: string;
  input: Json | null;
  name: string | null;
  organization_id: string;
  output: Json | null;
  position: number;
  run_id: string;
  started_at: Date | null;
  status: string;
  step: string;
  tool: string;
  updated_at: Date;
  version: number;
  wait_reason: string | null;
}

export interface ServiceTokens {
  created_at: Date;
  created_by: string | null;
  expires_at: Date;
  hash: string;
  id: string;
  last_used_at: Date | null;
  name: string;
  organization_id: string;
  owner_id: string;
  permissions: Json;
  updated_at: Date;
  version: number;
}

export interface Sessions {
  address: string | null;
  created_at: Date;
  created_by: string;
  csrf_hash: string | null;
  device: string | null;
  expires_at: Date;
  id: string;
  last_used_at: Date;
  methods: Json;
  organization: string | null;
  signed_in_at: Date;
  updated_at: Date;
  version: number;
}

export interface SignUps {
  created_at: Date;
  email: string;
  expires_at: Date;
  hash: string | null;
  id: string;
  name: string;
  organization: string | null;
  password_hash: string;
  updated_at: Date;
  version: number;
}

export interface StepAttempts {
  available_at: number;
  created_at: Date;
  id: string;
  leased_until: number;
  losses: number;
  number: number;
  organization: string;
  priority: number;
  run_id: string;
  status: string;
  step: string;
  token: number;
  updated_at: Date;
  version: number;
  worker: string | null;
}

export interface TeamMembers {
  created_at: Date;
  created_by: string | null;
  id: string;
  membership_id: string;
  organization_id: string;
  team_id: string;
  updated_at: Date;
  user_id: string;
  version: number;
}

export interface Teams {
  created_at: Date;
  created_by: string | null;
  description: string | null;
  id: string;
  name: string;
  organization_id: string;
  updated_at: Date;
  version: number;
}

export interface Tools {
  created_at: Date;
  description: string;
  id: string;
  input_schema: Json;
  name: string;
  output_schema: Json;
  search_words: Generated<string>;
  title: string;
  updated_at: Date;
  version: number;
}

export interface Totps {
  confirmed_at: Date | null;
  created_at: Date;
  id: string;
  last_step: number;
  secret: string;
  updated_at: Date;
  user_id: string;
  version: number;
}

export interface TrustedDevices {
  created_at: Date;
  created_by: string;
  device: string | null;
  expires_at: Date;
  hash: string;
  id: string;
  updated_at: Date;
  version: number;
}

export interface Users {
  administrator: boolean;
  created_at: Date;
  disabled_at: Date | null;
  email: string;
  email_verified_at: Date | null;
  id: string;
  name: string;
  password_hash: string | null;
  second_factor: boolean;
  updated_at: Date;
  version: number;
}

export interface DB {
  artifact_versions: ArtifactVersions;
  artifacts: Artifacts;
  challenges: Challenges;
  core_audit: CoreAudit;
  core_dead_letters: CoreDeadLetters;
  core_deliveries: CoreDeliveries;
  core_embeddings_due: CoreEmbeddingsDue;
  core_events: CoreEvents;
  core_features: CoreFeatures;
  core_idempotency: CoreIdempotency;
  core_leases: CoreLeases;
  core_mail: CoreMail;
  core_rate_limits: CoreRateLimits;
  core_recipes: CoreRecipes;
  core_settings: CoreSettings;
  core_transitions: CoreTransitions;
  device_sign_ins: DeviceSignIns;
  identities: Identities;
  invitations: Invitations;
  known_browsers: KnownBrowsers;
  link_requests: LinkRequests;
  links: Links;
  memberships: Memberships;
  organizations: Organizations;
  passkeys: Passkeys;
  pipeline_versions: PipelineVersions;
  pipelines: Pipelines;
  provider_attempts: ProviderAttempts;
  recovery_codes: RecoveryCodes;
  refresh_tokens: RefreshTokens;
  roles: Roles;
  run_records: RunRecords;
  run_steps: RunSteps;
  runs: Runs;
  service_tokens: ServiceTokens;
  sessions: Sessions;
  sign_ups: SignUps;
  step_attempts: StepAttempts;
  team_members: TeamMembers;
  teams: Teams;
  tools: Tools;
  totps: Totps;
  trusted_devices: TrustedDevices;
  users: Users;
}
