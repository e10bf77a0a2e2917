import { createHash } from "node:crypto";
import type { Context } from "../context/context.ts";
import type { Database } from "../database/database.ts";
import { actorId } from "../database/rows.ts";
import { problem } from "../problems/problem.ts";
import { canonical } from "../validation/canonical.ts";
import type { IdempotencyStore, Slot } from "./idempotency-store.ts";
import { responseOf, storedAnswer } from "./stored-answer.ts";

/** A request that came with a key. */
export interface KeyedRequest {
  readonly operation: string;
  readonly key: string;
  /** All that the operation is given: another input with the same key is a mistake of the client. */
  readonly input: unknown;
  /** How long it may take. */
  readonly milliseconds: number;
}

/** Does the work of a keyed request once, or gives the answer of the time it was done. */
export type Once = (ctx: Context, request: KeyedRequest, work: (ctx: Context) => Promise<Response>) => Promise<Response>;

/** What tells two inputs apart, whatever the order of their keys. */
export const fingerprint = (input: unknown): string => createHash("sha256").update(canonical(input)).digest("hex");

/** A claim outlives the deadline of its request by this much, for the commit. */
const margin = 10_000;

/**
 * Does work once for each key. The claim is a transaction of its own; the answer is kept in the transaction of the work, so that no crash
 * can leave one without the other. Work that fails changed nothing: its claim is given up, and the key may be tried again.
 * @throws 422 when the key belongs to another input, 409 while its first request is under way.
 */
export function once(database: Database, store: IdempotencyStore, system: () => Context): Once {
  return async (ctx, { operation, key, input, milliseconds }, work) => {
    const slot: Slot = { organization: ctx.organization, actor: actorId(ctx) ?? "", operation, key };
    const claim = await store.claim(ctx, slot, fingerprint(input), milliseconds + margin);
    switch (claim.kind) {
      case "answered": {
        const response = responseOf(claim.answer, ctx.requestId);
        response.headers.set("Idempotent-Replayed", "true");
        return response;
      }
      case "other":
        throw problem.invalid("This Idempotency-Key was used for another request. Send a new key with a new request.", {
          pointer: "/header/Idempotency-Key",
        });
      case "running":
        throw problem.conflict("The first request with this Idempotency-Key is still under way. Ask again in a moment.", {
          headers: { "Retry-After": "1" },
        });
      case "claimed":
    }
    try {
      const answer = await database.transact(ctx, async (ctx) => {
        const answer = await storedAnswer(await work(ctx));
        if (await store.finish(ctx, slot, claim.token, answer)) return answer;
        throw problem.conflict("This took so long that another request with the same Idempotency-Key went ahead. Ask again.", {
          headers: { "Retry-After": "1" },
        });
      });
      return responseOf(answer, ctx.requestId);
    } catch (error) {
      await store.release(system(), slot, claim.token).catch((err) => {
        ctx.log.warn({ err }, "A claim on an Idempotency-Key could not be given up; it ends with its lease.");
      });
      throw error;
    }
  };
}
