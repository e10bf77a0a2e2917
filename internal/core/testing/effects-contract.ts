import { expect } from "vitest";
import type { Operation } from "../http/operation.ts";
import { newId } from "../ids/ids.ts";
import type { ContractCase, OperationContract, OperationExample } from "./operation-contract.ts";
import { Probe } from "./operation-probe.ts";

/** Beyond this many calls a limit is taken on trust: asking would take too long. */
const mostCalls = 60;

/** What an operation must do because its spec says `rateLimit` or `idempotent`. */
export function effectCases<Service>(
  contract: OperationContract<Service>,
  operation: Operation<Service>,
  example: OperationExample | undefined,
): readonly ContractCase[] {
  const { rateLimit, idempotent } = operation;
  const cases: ContractCase[] = [];
  if (rateLimit !== undefined && rateLimit.limit <= mostCalls) {
    cases.push({
      name: `answers 429 to one ${rateLimit.by} after ${rateLimit.limit} calls, and says when to come back`,
      async run(app) {
        const probe = await Probe.of(contract, app);
        for (let call = 1; call <= rateLimit.limit; call++) {
          const { status, headers } = await probe.send(operation, example ?? {});
          expect(status, `call ${call}`).not.toBe(429);
          expect(headers.get("ratelimit")).toContain(`;r=${rateLimit.limit - call};`);
        }
        const refused = await probe.send(operation, example ?? {});
        expect(refused.status).toBe(429);
        expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
        expect(refused.headers.get("ratelimit-policy")).toContain(`;q=${rateLimit.limit};w=${rateLimit.windowSeconds}`);
        const other = await Probe.of(contract, app);
        const { headers } = await other.send(operation, example ?? {});
        expect(headers.get("ratelimit")).toContain(`;r=${rateLimit.limit - 1};`);
      },
    });
  }
  if (idempotent === true && example?.complete === true && !operation.path.includes("{")) {
    cases.push({
      name: "does a request with an Idempotency-Key once, and answers it again as the first time",
      async run(app) {
        const probe = await Probe.of(contract, app);
        const sent = { ...example, headers: { ...example.headers, "Idempotency-Key": newId("key") } };
        const [first, again] = [await probe.send(operation, sent), await probe.send(operation, sent)];
        expect([first.status, first.headers.get("idempotent-replayed")]).toEqual([operation.status, null]);
        expect([again.status, again.headers.get("idempotent-replayed")]).toEqual([operation.status, "true"]);
        expect(await again.text()).toBe(await first.text());
        const changed = await probe.send(operation, { ...sent, query: { ...sent.query }, body: { ...(sent.body as object), another: 1 } });
        expect(changed.status).toBe(422);
      },
    });
  }
  return cases;
}
