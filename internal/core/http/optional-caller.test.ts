import { Hono } from "hono";
import { expect, test } from "vitest";
import { newTokens } from "../testing/sample-app.ts";
import { mount } from "./mount.ts";
import type { OperationTable } from "./operation.ts";

const operations: OperationTable<undefined> = [
  {
    id: "whoAmI",
    method: "get",
    path: "/me",
    permission: "optional",
    tenant: false,
    status: 200,
    call: async (_service, ctx) => ctx.actor,
  },
];

test("an operation with `optional` is for anybody, and knows who calls by the token; a token that does not hold is refused", async () => {
  const tokens = await newTokens();
  const log = { debug() {}, info() {}, warn() {}, error() {}, child: () => log };
  const app = new Hono();
  mount(app, "", operations, undefined, { authenticate: tokens.authenticate, log });
  const ask = async (authorization?: string) => {
    const response = await app.request("/me", authorization === undefined ? {} : { headers: { authorization } });
    return { status: response.status, actor: ((await response.json()) as { kind?: string }).kind };
  };
  const token = await tokens.issue({ user: "us-1", session: "ss-1", organization: "", roles: [] }, 60);
  expect(await ask()).toEqual({ status: 200, actor: "anonymous" });
  expect(await ask(`Bearer ${token}`)).toEqual({ status: 200, actor: "user" });
  expect(await ask("Bearer nobody.issued.this")).toEqual({ status: 401, actor: undefined });
});
