import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { basePath, domains } from "../generated/domains.gen.ts";
import { examples } from "../generated/examples.gen.ts";
import { claimedStandings } from "./core/auth/claimed-standings.ts";
import { readCoreConfig } from "./core/config/core-settings.ts";
import type { Operation } from "./core/http/operation.ts";
import { silentLog } from "./core/testing/context.ts";
import type { OpenApp } from "./core/testing/operation-contract.ts";
import { Probe } from "./core/testing/operation-probe.ts";
import { openPlatform } from "./project.ts";

/** What decides whose a row is, who made it and what somebody may do: never a caller's to say, unless the spec declares it. */
const reserved = {
  organizationId: "og-0000000000000001",
  organization_id: "og-0000000000000001",
  teamId: "tm-0000000000000001",
  createdBy: "us-0000000000000001",
  created_by: "us-0000000000000001",
  userId: "us-0000000000000001",
  ownerId: "us-0000000000000001",
  role: "owner",
  roles: ["owner"],
  permissions: ["organizations.own"],
  administrator: true,
  owner: true,
  id: "xx-0000000000000001",
  version: 99,
  createdAt: "2000-01-01T00:00:00Z",
  passwordHash: "x",
  hash: "x",
  session: "ss-1",
};

interface Case {
  readonly operation: Operation<never>;
  readonly body: object;
  readonly example: object;
}

const cases = domains.flatMap(({ name, operations }): Case[] =>
  (operations as readonly Operation<never>[]).flatMap((operation) => {
    const example = examples[name]?.[operation.id];
    const body = example?.body;
    if (example === undefined || operation.body === undefined || typeof body !== "object" || body === null || Array.isArray(body))
      return [];
    return [{ operation, body, example }];
  }),
);

describe("a body cannot set what is not its caller's to say", () => {
  let app: OpenApp;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "archwright-"));
    const env = { DATA_DIR: folder };
    const standings = claimedStandings((roles) => roles);
    const platform = await openPlatform({ config: readCoreConfig(env), env, log: silentLog, standings });
    app = {
      fetch: platform.fetch,
      tokenFor: ({ user, organization, permissions }) =>
        platform.tokens.issue({ user, session: "ss-0", organization, roles: permissions }, 600),
      async close() {
        await platform.stop();
        await rm(folder, { recursive: true });
      },
    };
  });
  afterAll(() => app.close());

  test("there are operations to try it on", () => {
    expect(cases.map(({ operation }) => operation.id)).toEqual(
      expect.arrayContaining(["register", "signIn", "createPipeline", "updatePipeline", "startRun", "inviteMember", "createServiceToken"]),
    );
  });

  test.each(cases.map((one) => [one.operation.id, one] as const))("%s", async (_id, { operation, body, example }) => {
    const operations = domains.flatMap(({ operations }) => operations as readonly Operation<never>[]);
    for (const [field, value] of Object.entries(reserved)) {
      if (field in body) continue;
      // Each from an address of its own: what is limited by address is limited before anybody looks at the body.
      const probe = await Probe.of({ basePath, operations, examples: {}, open: async () => app }, app);
      const response = await probe.send(operation, { ...example, body: { ...body, [field]: value } });
      const document = (await response.json()) as { errors?: { pointer: string }[] };
      expect([field, response.status, document.errors?.map(({ pointer }) => pointer)]).toEqual([field, 422, [`/${field}`]]);
    }
  });
});
