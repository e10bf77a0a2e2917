import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { MemoryDatabase } from "../database/memory.ts";
import { mount } from "../http/mount.ts";
import { openEffects } from "../http/open-effects.ts";
import type { Operation } from "../http/operation.ts";
import { localLive } from "../live/local-live.ts";
import { silentLog, testContext } from "./context.ts";
import { effectCases } from "./effects-contract.ts";
import { newTokens } from "./sample-app.ts";
import { SampleLabels, sampleOperations } from "./sample-operations.ts";

const [create] = sampleOperations.filter(({ id }) => id === "createLabel");
if (create === undefined) throw new Error("The sample has no such operation.");
const example = { body: { name: "Urgent" }, complete: true };

/** The names of the cases that fail when `served` is what really runs, while the table still says `declared`. */
async function failing(declared: Operation<SampleLabels>, served: Operation<SampleLabels>): Promise<string[]> {
  const tokens = await newTokens();
  const system = () => testContext({ organization: "", user: null });
  const effects = openEffects({
    database: new MemoryDatabase(),
    live: localLive(),
    system,
    now: () => new Date(),
    rateLimits: "process",
    trustedProxies: "",
  });
  const app = new Hono();
  mount(app, "/api", [served], new SampleLabels(), { authenticate: tokens.authenticate, log: silentLog, ...effects });
  const opened = {
    fetch: app.fetch,
    tokenFor: ({ user, organization, permissions }: { user: string; organization: string; permissions: readonly string[] }) =>
      tokens.issue({ user, session: "ss-1", organization, roles: permissions }, 60),
    close: async () => {},
  };
  const contract = { basePath: "/api", operations: [declared], examples: { createLabel: example }, open: async () => opened };
  const names: string[] = [];
  for (const one of effectCases(contract, declared, example)) await one.run(opened).catch(() => names.push(one.name));
  return names;
}

describe("the contract of what operations ask for", () => {
  const limited = { ...create, rateLimit: { limit: 3, windowSeconds: 60, by: "user" } } as const;
  const keyed = { ...create, idempotent: true } as const;

  test.each(["ip", "user", "organization"] as const)("holds for a limit by %s, and notices when there is none", async (by) => {
    const declared = { ...limited, rateLimit: { ...limited.rateLimit, by } };
    expect(await failing(declared, declared)).toEqual([]);
    expect(await failing(declared, create)).toEqual([`answers 429 to one ${by} after 3 calls, and says when to come back`]);
  });

  test("notices a limit that is another one", async () => {
    expect(await failing(limited, { ...limited, rateLimit: { ...limited.rateLimit, limit: 4 } })).toHaveLength(1);
    expect(await failing(limited, { ...limited, rateLimit: { ...limited.rateLimit, windowSeconds: 61 } })).toHaveLength(1);
  });

  test("holds for an operation with keys, and notices one that does its work twice", async () => {
    expect(await failing(keyed, keyed)).toEqual([]);
    expect(await failing(keyed, create)).toEqual(["does a request with an Idempotency-Key once, and answers it again as the first time"]);
  });

  test("asks nothing of operations that ask for nothing", () => {
    expect(effectCases({ basePath: "/api", operations: [create], examples: {}, open: () => Promise.reject() }, create, example)).toEqual(
      [],
    );
  });
});
