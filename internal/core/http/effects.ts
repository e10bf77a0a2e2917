import type { AuditLog } from "../audit/audit-log.ts";
import type { Database } from "../database/database.ts";
import type { Features } from "../features/features.ts";
import type { Once } from "../idempotency/idempotent.ts";
import type { ClientAddress } from "../rate-limit/client-address.ts";
import type { RateLimiter } from "../rate-limit/rate-limiter.ts";
import type { Administration } from "./across-tenants.ts";

/** What the effects that a spec asks for are made with. A table that asks for one that is absent is refused at start-up. */
export interface Effects {
  /** Whose transaction an operation that writes runs in; without one, each statement of its service stands alone. */
  readonly database?: Database;
  readonly rateLimiter?: RateLimiter;
  readonly clientAddress?: ClientAddress;
  readonly once?: Once;
  readonly features?: Features;
  readonly audit?: AuditLog;
  /** For administrators of the platform; absent where there are none. */
  readonly administration?: Administration;
  /** The domain, when it is one that an organization can do without. */
  readonly optional?: string;
}

/** A part that an operation cannot do without. @throws an Error that names both */
export function needed<Part>(part: Part | undefined, id: string, what: string): Part {
  if (part === undefined) throw new Error(`The operation ${id} needs ${what}, and what mounts it has none.`);
  return part;
}
