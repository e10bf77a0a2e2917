import { type Authenticate, type Caller, missingToken } from "../auth/caller.ts";
import type { Teams } from "../context/context.ts";
import { after, type Eventual } from "../eventual/eventual.ts";
import { problem } from "../problems/problem.ts";
import { acrossTenants } from "./across-tenants.ts";
import type { Asked } from "./asked.ts";
import type { Effects } from "./effects.ts";
import { gatesOf } from "./gates.ts";
import type { Operation } from "./operation.ts";
import { pathTemplate } from "./path-template.ts";
import { quotaCheck } from "./quota.ts";

export interface AdmissionParts extends Effects {
  readonly authenticate: Authenticate;
  /** What stands before a token in an Authorization header, where not `Bearer`. */
  readonly tokenScheme?: string;
}

/** Who may call an operation, and how often. */
export interface Admission {
  /** The caller, once let in; undefined for nobody, where an operation is for anybody. Rejects with a 401, 403, 404 or 429 problem. */
  letIn(asked: Asked): Eventual<Caller | undefined>;
  /** Whether the same request would be let in now, to no less; if that cannot be found out, its sender has to come back. */
  stillHolds(request: Request, before: Caller): Promise<boolean>;
}

/** Decides once what an operation asks of its callers, in this order: token, tenant, permission, features, quota. */
export function admissionOf(operation: Operation<never>, parts: AdmissionParts): Admission {
  const { id, permission, tenant } = operation;
  const isPublic = permission === "public";
  const isOptional = permission === "optional";
  const demanded = isPublic || isOptional || permission === "authenticated" ? undefined : permission;
  const { authenticate } = parts;
  const quota = quotaCheck(operation, parts);
  const gates = gatesOf(operation, parts);
  const across = acrossTenants(operation, pathTemplate(operation.path), parts);

  function admit(caller: Caller): Caller {
    if (tenant && caller.organization === "") throw problem.forbidden("You act in no organization. Choose one, then try again.");
    if (demanded !== undefined && !caller.permissions.has(demanded)) {
      throw problem.forbidden(`${id} needs the permission ${demanded}, which you do not have.`);
    }
    return caller;
  }

  const passed = async (caller: Caller): Promise<Caller> => {
    for (const gate of gates) await gate(caller);
    return caller;
  };

  function authenticated(asked: Asked): Eventual<Caller | undefined> {
    if (isPublic) return undefined;
    return after(authenticate(asked.request), (caller) => {
      if (caller === undefined) {
        if (!isOptional) throw missingToken(parts.tokenScheme);
        return undefined;
      }
      // Another process asks in the name of somebody whom it has let in.
      if (caller.process === true) return caller;
      const there = caller.administrator && across !== undefined ? across(caller, asked) : caller;
      const admitted = after(there, admit);
      return gates.length === 0 ? admitted : after(admitted, passed);
    });
  }

  async function counted(asked: Asked, caller: Caller | undefined): Promise<Caller | undefined> {
    if (quota !== undefined && caller?.process === undefined) asked.left = await quota.take(asked.c, caller);
    return caller;
  }

  return {
    letIn(asked) {
      if (quota === undefined) return authenticated(asked);
      if (quota.first) return after(counted(asked, undefined), () => authenticated(asked));
      return after(authenticated(asked), (caller) => counted(asked, caller));
    },
    async stillHolds(request, before) {
      try {
        const now = await authenticate(request);
        if (now === undefined) return false;
        // Another process, and who runs the platform in an organization that is not theirs, were not let in by their own permissions.
        const elsewhere = now.administrator && now.organization !== before.organization;
        if (now.process !== undefined || elsewhere) return true;
        admit(now);
        // What a stream tells of may be a team's: whoever has left one comes back, and is shown what is left.
        return belongsToAll(now, before.teams);
      } catch {
        return false;
      }
    },
  };
}

const belongsToAll = ({ teams }: Caller, wanted: Teams): boolean =>
  teams === "all" || (wanted !== "all" && wanted.every((team) => teams.includes(team)));
