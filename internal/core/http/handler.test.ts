import { Hono } from "hono";
import { expect, test } from "vitest";
import type { Caller } from "../auth/caller.ts";
import { problem } from "../problems/problem.ts";
import { processRateLimiter } from "../rate-limit/process-rate-limiter.ts";
import { silentLog } from "../testing/context.ts";
import { idInPath } from "../validation/parameters.ts";
import { mount } from "./mount.ts";
import type { Operation } from "./operation.ts";

const caller: Caller = {
  actor: { kind: "user", id: "us-1", session: "ss-1" },
  organization: "og-1",
  roles: ["member"],
  teams: [],
  permissions: new Set(["notes.read"]),
  administrator: false,
  expires: Number.POSITIVE_INFINITY,
};

const reading = { id: "getNote", method: "get", path: "/notes/{id}", permission: "notes.read", tenant: true, status: 200 } as const;

function appWith(call: Operation<object>["call"], authenticate: () => Caller | Promise<Caller> = () => caller): Hono {
  const app = new Hono();
  mount(app, "/api", [{ ...reading, parameters: idInPath, etag: true, call }], {}, { authenticate, log: silentLog, observe: () => {} });
  return app;
}

const ask = (app: Hono) => app.fetch(new Request("http://localhost/api/notes/no-1"));
const note = { id: "no-1", version: 3 };

test("what needs no waiting is answered in the same turn, with all that an answer has", async () => {
  const response = ask(appWith(() => note));
  expect(response).toBeInstanceOf(Response);
  const { status, headers } = response as Response;
  expect([status, headers.get("etag"), headers.get("x-content-type-options")]).toEqual([200, '"3"', "nosniff"]);
  expect(await (response as Response).json()).toEqual(note);
});

test.each<[string, Hono]>([
  [
    "the caller is still looked for",
    appWith(
      () => note,
      async () => caller,
    ),
  ],
  ["the service takes its time", appWith(async () => note)],
])("the answer is the same when %s", async (_, app) => {
  const response = await ask(app);
  expect([response.status, response.headers.get("etag"), await response.json()]).toEqual([200, '"3"', note]);
});

test("whoever guesses at tokens is counted by address, before anybody looks who calls", async () => {
  const app = new Hono();
  const counted = { ...reading, parameters: idInPath, rateLimit: { limit: 2, windowSeconds: 60, by: "ip" } as const, call: () => note };
  const effects = { rateLimiter: processRateLimiter(() => 0), clientAddress: () => "203.0.113.1" };
  const authenticate = () => {
    throw problem.unauthenticated("Who is there?");
  };
  mount(app, "/api", [counted], {}, { authenticate, log: silentLog, observe: () => {}, ...effects });
  const statuses = [await ask(app), await ask(app), await ask(app)].map(({ status }) => status);
  expect(statuses).toEqual([401, 401, 429]);
});

test.each<[string, Operation<object>["call"]]>([
  [
    "throws",
    () => {
      throw problem.conflict("No.");
    },
  ],
  ["rejects", async () => Promise.reject(problem.conflict("No."))],
])("a service that %s is answered with its problem", async (_, call) => {
  const response = await ask(appWith(call));
  expect([response.status, await response.json()]).toMatchObject([409, { detail: "No." }]);
});
