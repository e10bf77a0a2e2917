import { Hono } from "hono";
import { expect, test } from "vitest";
import type { Database, SqlDatabase } from "../database/database.ts";
import { MemoryDatabase } from "../database/memory.ts";
import type { AnswerChoice, Chosen } from "../http/choice-answers.ts";
import { mount } from "../http/mount.ts";
import type { Operation } from "../http/operation.ts";
import { silentLog, testContext } from "../testing/context.ts";
import { forEachDatabase } from "../testing/test-databases.ts";
import { databaseIdempotency, type IdempotencyTables } from "./database-idempotency.ts";
import { once } from "./idempotent.ts";
import { memoryIdempotency } from "./memory-idempotency.ts";

interface Payments {
  pay(): Promise<Chosen>;
}

const choices: readonly AnswerChoice[] = [
  { status: 201, kind: "json", mediaType: "application/json" },
  { status: 202, kind: "text", mediaType: "text/plain" },
  { status: 204, kind: "none" },
];

function app(database: Database, service: Payments, choices: readonly AnswerChoice[]): Hono {
  const store =
    database.dialect === "memory"
      ? memoryIdempotency(database as MemoryDatabase, Date.now)
      : databaseIdempotency(database as SqlDatabase<IdempotencyTables>, Date.now);
  const operation: Operation<Payments> = {
    id: "pay",
    method: "post",
    path: "/pay",
    permission: "authenticated",
    tenant: true,
    status: 201,
    answer: "choice",
    choices,
    idempotent: true,
    call: (payments) => payments.pay(),
  };
  const hono = new Hono();
  mount(hono, "", [operation], service, {
    authenticate: () => ({
      actor: { kind: "user", id: "us-1111111111111111", session: "s" },
      administrator: false,
      organization: "og-1",
      roles: [],
      teams: [],
      permissions: new Set(),
      expires: Date.now() + 60_000,
    }),
    log: silentLog,
    database,
    once: once(database, store, () => testContext({ organization: "", user: null })),
  });
  return hono;
}

const post = async (hono: Hono, key: string) => {
  const response = await hono.request("/pay", { method: "POST", headers: { "idempotency-key": key } });
  const { status, headers } = response;
  return {
    status,
    body: await response.text(),
    type: headers.get("content-type"),
    place: headers.get("location"),
    replayed: headers.get("idempotent-replayed"),
  };
};

forEachDatabase((dialect, database) => {
  test.each<[Chosen, object]>([
    [
      { status: 201, body: { paid: 1 }, headers: { Location: "/payments/1" } },
      { status: 201, body: '{"paid":1}', type: "application/json", place: "/payments/1" },
    ],
    [
      { status: 202, body: "later" },
      { status: 202, body: "later", type: "text/plain" },
    ],
    [{ status: 204 }, { status: 204, body: "" }],
  ])("what the service chose, %j, is given again to the same key, and the work is done once", async (chosen, want) => {
    let done = 0;
    const hono = app(database(), { pay: async () => ({ ...chosen, done: ++done }) }, choices);
    const key = `${dialect}-${chosen.status}`;
    expect(await post(hono, key)).toMatchObject({ ...want, replayed: null });
    expect(await post(hono, key)).toMatchObject({ ...want, replayed: "true" });
    expect(done).toBe(1);
    await post(hono, `${key}-another`);
    expect(done).toBe(2);
  });
});

test.each(["sse", "binary"] as const)("an idempotent operation that may answer with %s is refused when it is mounted", (kind) => {
  const mounting = () => app(new MemoryDatabase(), { pay: async () => ({ status: 200 }) }, [...choices, { status: 200, kind }]);
  expect(mounting).toThrow("pay cannot be idempotent: a stream is not kept to be answered again.");
});
