// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import { audited } from "../../internal/core/audit/audited.ts";
import type { Database } from "../../internal/core/database/database.ts";
import type { AuthRepositories, IdentityRepository, PasskeyRepository, ServiceTokenRepository } from "./repository.gen.ts";
import { identityAudit, passkeyAudit, serviceTokenAudit } from "./rows.gen.ts";

/** What rows do beyond being kept, the same on every database. */
export function authBehaviour(db: Database, rows: AuthRepositories): AuthRepositories {
  const identities: IdentityRepository = audited(db, rows.identities, identityAudit);
  const passkeys: PasskeyRepository = audited(db, rows.passkeys, passkeyAudit);
  const serviceTokens: ServiceTokenRepository = audited(db, rows.serviceTokens, serviceTokenAudit);
  return { ...rows, identities, passkeys, serviceTokens };
}
