// Made from openapi. Do not edit: change the spec and run `npm run generate`.
import { artifactsDomain } from "./artifacts/domain.gen.ts";
import { authDomain } from "./auth/domain.gen.ts";
import { organizationsDomain } from "./organizations/domain.gen.ts";
import { pipelinesDomain } from "./pipelines/domain.gen.ts";
import { runsDomain } from "./runs/domain.gen.ts";
import { toolsDomain } from "./tools/domain.gen.ts";

/** Those that others require come first. */
export const domains = [artifactsDomain, organizationsDomain, authDomain, toolsDomain, pipelinesDomain, runsDomain] as const;

/** Below which path all operations are served. */
export const basePath = "/api/v1";

/** The names of what no log may hold, in whatever object they stand. */
export const sensitive: readonly string[] = [
  "accessToken",
  "access_token",
  "browser",
  "challenge",
  "csrfHash",
  "csrf_hash",
  "device_code",
  "email",
  "githubClientSecret",
  "googleClientSecret",
  "hash",
  "name",
  "nonce",
  "oidcProviders",
  "organization",
  "password",
  "passwordHash",
  "password_hash",
  "publicKey",
  "public_key",
  "recoveryCode",
  "refreshToken",
  "refresh_token",
  "secret",
  "token",
  "tokenHash",
  "token_hash",
  "userCodeHash",
  "user_code_hash",
  "verifier",
];
