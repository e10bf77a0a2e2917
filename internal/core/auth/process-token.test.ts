import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SignJWT } from "jose";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Context } from "../context/context.ts";
import { testContext } from "../testing/context.ts";
import { fixedKeys } from "./key-ring.ts";
import { loadKeys, type SigningKeys } from "./keys.ts";
import { type ProcessTokens, processTokens, withProcesses } from "./process-token.ts";
import { AccessTokens } from "./tokens.ts";

describe("tokens of processes", () => {
  let keys: SigningKeys;
  let tokens: ProcessTokens;
  beforeAll(async () => {
    keys = await loadKeys(join(mkdtempSync(join(tmpdir(), "archwright-")), "keys.json"));
    tokens = processTokens(fixedKeys(keys));
  });

  test.each<[string, Context]>([
    ["a person", testContext({ roles: ["owner"], teams: ["tm-1"], permissions: ["runs.read"] })],
    ["nobody", testContext({ user: null, organization: "" })],
    ["the platform itself", { ...testContext({ teams: "all" }), actor: { kind: "system", id: "worker" } }],
  ])("speak for %s", async (_, ctx) => {
    const caller = await tokens.authenticate(await tokens.authorize(ctx));
    const { actor, organization, roles, teams, permissions } = ctx;
    expect(caller).toMatchObject({ actor, organization, roles, teams, permissions, process: true, administrator: false });
  });

  test("of another organization are others", async () => {
    const [one, other] = [testContext({ organization: "og-1" }), testContext({ organization: "og-2" })];
    await tokens.authorize(one);
    expect(await tokens.authenticate(await tokens.authorize(other))).toMatchObject({ organization: "og-2" });
  });

  test("hold for a minute", async () => {
    const token = await tokens.authorize(testContext({ organization: "og-late" }));
    vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ["Date"] });
    try {
      await expect(tokens.authenticate(token)).rejects.toMatchObject({ status: 401 });
    } finally {
      vi.useRealTimers();
    }
  });

  test("cannot be made by others: not with other keys, and not from a person's token", async () => {
    const others = processTokens(fixedKeys(await loadKeys(join(mkdtempSync(join(tmpdir(), "archwright-")), "keys.json"))));
    const access = new AccessTokens({ keys: fixedKeys(keys), issuer: "archwright", audience: "archwright" });
    const persons = await access.issue({ user: "us-1", session: "ss-1", organization: "og-1", roles: ["owner"] }, 60);
    const unsigned = `${btoa('{"alg":"none"}').replaceAll("=", "")}.${btoa('{"actor":{"kind":"system","id":"x"}}').replaceAll("=", "")}.`;
    const plain = await new SignJWT({ actor: { kind: "system", id: "x" }, org: "", roles: [], permissions: [] })
      .setProtectedHeader({ alg: "ES256", kid: keys.current.id })
      .setIssuer("archwright-processes")
      .setAudience("archwright-processes")
      .setExpirationTime("60 s")
      .sign(keys.current.key);
    const given = [
      await others.authorize(testContext()),
      `Process ${persons}`,
      `Process ${unsigned}`,
      `Process ${plain}`,
      "Process",
      `Bearer ${persons}`,
      "",
    ];
    for (const one of given) await expect(tokens.authenticate(one), one).rejects.toMatchObject({ status: 401 });
  });

  test("are looked at only where the request says that it has one", async () => {
    const people = vi.fn(() => undefined);
    const authenticate = withProcesses(people, tokens);
    authenticate(new Request("http://a", { headers: { authorization: "Bearer x" } }));
    expect(people).toHaveBeenCalledTimes(1);
    const authorization = await tokens.authorize(testContext());
    expect(await authenticate(new Request("http://a", { headers: { authorization } }))).toMatchObject({ process: true });
    expect(people).toHaveBeenCalledTimes(1);
  });
});
