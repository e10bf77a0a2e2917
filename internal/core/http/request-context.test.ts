import { setFlagsFromString } from "node:v8";
import { runInThisContext } from "node:vm";
import { describe, expect, test, vi } from "vitest";
import type { Caller } from "../auth/caller.ts";
import type { Context } from "../context/context.ts";
import type { Log } from "../telemetry/log.ts";
import { requestContext } from "./request-context.ts";

const caller: Caller = {
  actor: { kind: "user", id: "us-1", session: "ss-1" },
  organization: "og-1",
  roles: ["member"],
  teams: [],
  permissions: new Set(["labels.read"]),
  administrator: false,
  expires: Number.POSITIVE_INFINITY,
};
const log: Log = { debug() {}, info() {}, warn() {}, error() {}, child: vi.fn((fields) => ({ ...log, ...fields })) };

const address = vi.fn(() => "198.51.100.7");

function open(init: RequestInit = {}) {
  const request = new Request("http://localhost/", init);
  return requestContext(request, log, caller, "rq-1", undefined, 1000, address);
}

describe("the context of a request", () => {
  test("says who acts, and where", () => {
    expect({ ...open() }).toMatchObject({ actor: { kind: "user", id: "us-1", session: "ss-1" }, organization: "og-1", deadline: 1000 });
    const nobody = requestContext(new Request("http://localhost/"), log, undefined, "rq-1", undefined, 1000, address);
    expect({ ...nobody }).toMatchObject({ actor: { kind: "anonymous" }, organization: "", roles: [], permissions: new Set() });
  });

  test("can be copied with a change, as a transaction does, and still stops with the request", () => {
    const ctx = open();
    const copy: Context = { ...ctx, transaction: { database: {} } };
    expect(copy.signal).toBe(ctx.signal);
    expect(copy.log).toBe(ctx.log);
    expect(copy.locale).toBe("en");
    ctx.life.end(new Error("over"));
    expect(copy.signal.reason).toMatchObject({ message: "over" });
  });

  test("is a fast object for V8, of the same shape for every request: a dictionary each costs more than all checks of a read", () => {
    setFlagsFromString("--allow-natives-syntax");
    const hasFastProperties = runInThisContext("(object) => %HasFastProperties(object)") as (object: object) => boolean;
    const sameShape = runInThisContext("(one, other) => %HaveSameMap(one, other)") as (one: object, other: object) => boolean;
    expect([hasFastProperties(open()), sameShape(open(), open())]).toEqual([true, true]);
  });

  test("is watched once somebody has asked for its signal, and so is a copy of it", () => {
    const ctx = open();
    expect(ctx.life.watched).toBe(false);
    const copy: Context = { ...ctx, transaction: { database: {} } };
    expect([ctx.life.watched, copy.life?.watched]).toEqual([true, true]);
  });

  test("has a signal that is over when it is asked for too late", () => {
    const ctx = open();
    ctx.life.end(new Error("first"));
    ctx.life.end(new Error("second"));
    expect(ctx.signal.reason).toMatchObject({ message: "first" });
    const gone = open({ signal: AbortSignal.abort() });
    expect(gone.signal.reason).toMatchObject({ message: "The client closed the connection." });
  });

  test("makes its log once, with the request, the organization and the place in the trace in each line", () => {
    vi.mocked(log.child).mockClear();
    const trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    const ctx = requestContext(new Request("http://localhost/"), log, caller, "rq-1", trace, 1000, address);
    expect(log.child).not.toHaveBeenCalled();
    ctx.log.info({}, "one");
    ctx.log.warn({}, "two");
    expect(vi.mocked(log.child).mock.calls).toEqual([
      [{ request: "rq-1", organization: "og-1", trace_id: "0af7651916cd43dd8448eb211c80319c", span_id: "b7ad6b7169203331" }],
    ]);
  });

  test("knows its client, and looks for the address only when somebody asks", () => {
    address.mockClear();
    const ctx = open({ headers: { "user-agent": "curl/8" } });
    expect(address).not.toHaveBeenCalled();
    expect([ctx.client.address, ctx.client.address, ctx.client.agent]).toEqual(["198.51.100.7", "198.51.100.7", "curl/8"]);
    expect(address).toHaveBeenCalledTimes(1);
  });

  test.each([
    ["de-LU,de;q=0.9,en;q=0.8", "de-LU"],
    ["lb", "lb"],
    ["*", "en"],
    ["<script>", "en"],
    ["", "en"],
  ])("reads the language %s as %s", (header, locale) => {
    expect(open({ headers: { "accept-language": header } }).locale).toBe(locale);
  });
});
