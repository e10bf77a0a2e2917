import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { ProblemDocument } from "../problems/problem.ts";
import { openSample, type SampleApp } from "../testing/sample-app.ts";
import { sampleOperations } from "../testing/sample-operations.ts";

let sample: SampleApp;
let token: string;
beforeAll(async () => {
  sample = await openSample({ timeout: 200 });
  token = await sample.tokenFor({ user: "us-1", organization: "og-1", permissions: ["labels.read", "labels.write"] });
});

async function send(
  method: string,
  path: string,
  given: { headers?: Record<string, string>; json?: unknown; body?: RequestInit["body"] } = {},
) {
  const headers = {
    authorization: `Bearer ${token}`,
    ...(given.json === undefined ? {} : { "content-type": "application/json" }),
    ...given.headers,
  };
  const body = given.json === undefined ? given.body : JSON.stringify(given.json);
  return sample.app.request(`/api${path}`, { method, headers, ...(body === undefined ? {} : { body, duplex: "half" }) } as RequestInit);
}

async function problemOf(response: Response): Promise<ProblemDocument> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("cache-control")).toBe("no-store");
  return (await response.json()) as ProblemDocument;
}

const newLabel = async (name = "Urgent") => (await (await send("POST", "/labels", { json: { name } })).json()) as { id: string };

describe("a mounted operation", () => {
  test("keeps a sane request id, and replaces one that could forge a log line", async () => {
    expect((await send("GET", "/labels", { headers: { "x-request-id": "abc.1:2-3" } })).headers.get("x-request-id")).toBe("abc.1:2-3");
    for (const id of ["a b", "x".repeat(101), 'a"', "ä"]) {
      expect((await send("GET", "/labels", { headers: { "x-request-id": id } })).headers.get("x-request-id")).toMatch(/^rq-[0-9a-f]{16}$/);
    }
  });

  test("gives JSON that no cache keeps and no browser guesses at", async () => {
    const response = await send("GET", "/labels");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/json",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("answers 304 to whom the version is known, and 200 to others", async () => {
    const { id } = await newLabel();
    const first = await send("GET", `/labels/${id}`);
    expect(first.headers.get("etag")).toBe('"1"');
    expect(first.headers.get("cache-control")).toBe("private, no-cache");
    for (const known of ['"1"', 'W/"1"', '"0", "1"', "*"]) {
      const again = await send("GET", `/labels/${id}`, { headers: { "if-none-match": known } });
      expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", '"1"']);
    }
    expect((await send("GET", `/labels/${id}`, { headers: { "if-none-match": '"2"' } })).status).toBe(200);
  });

  test.each([
    ['"1"', 200],
    ["*", 200],
    ['"2"', 412],
    ['W/"1"', 412],
    ['"one"', 412],
    ["1", 400],
    ['"1", "2"', 400],
  ])("reads If-Match %s: %d", async (tag, status) => {
    const { id } = await newLabel();
    expect((await send("PATCH", `/labels/${id}`, { json: { note: "n" }, headers: { "if-match": tag } })).status).toBe(status);
  });

  test("tells all that is wrong with parameters and body at once", async () => {
    const wrong = await problemOf(
      await send("GET", "/labels?limit=0&sort=size&filter[size][gt]=big&filter[owner][eq]=me&total=yes&total=no"),
    );
    expect(wrong.status).toBe(422);
    expect(wrong.errors?.map(({ pointer }) => pointer).sort()).toEqual([
      "?filter[owner][eq]",
      "?filter[size][gt]",
      "?limit",
      "?sort",
      "?total",
      "?total",
    ]);
  });

  test("reads percent-encoded paths once, and unknown query parameters not at all", async () => {
    const wrong = await problemOf(await send("GET", "/labels/a%252Fb%2Fc%C3%A9?unknown=1"));
    expect([wrong.status, wrong.detail]).toEqual([404, "There is no label a%2Fb/cé."]);
  });

  test.each(["%00", "%E0%A4%A", "%", "..%2f..%2fetc", "constructor", "__proto__"])("answers 4xx to the id %s", async (id) => {
    expect([404, 422]).toContain((await send("GET", `/labels/${id}`)).status);
  });

  test("lets a public operation read its cookie and set several", async () => {
    const response = await sample.app.request("/api/sign-in", { method: "POST", headers: { cookie: 'other=1; refresh="abc"; refresh=2' } });
    expect(await response.json()).toEqual({ actor: "anonymous", cookie: "abc" });
    expect(response.headers.getSetCookie()).toEqual(["a=1; HttpOnly", "b=2"]);
  });

  test("answers a HEAD like a GET, without starting a stream or leaving a file open", async () => {
    const before = sample.service.seen.length;
    expect((await send("HEAD", "/labels/events")).headers.get("content-type")).toBe("text/event-stream");
    const head = await send("HEAD", "/labels/bytes?size=5");
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "5", ""]);
    expect(sample.service.seen.slice(before)).toEqual(["started", "stopped"]);
  });

  test("keeps uploaded pages from running in this origin", async () => {
    const response = await send("GET", "/labels/bytes?size=5");
    expect(response.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect((await response.bytes()).length).toBe(5);
  });

  test("takes the literal path when a variable one would match as well", async () => {
    expect(await (await send("POST", "/labels/count", { body: "12345" })).json()).toEqual({ bytes: 5 });
  });
});

describe("failures", () => {
  test("of unknown kind tell nothing of the inside, and are logged with the request id", async () => {
    const response = await send("POST", "/failures/inside");
    const told = await problemOf(response);
    expect([response.status, told.instance]).toEqual([500, response.headers.get("x-request-id")]);
    expect(JSON.stringify(told)).not.toContain("secret");
    expect(sample.errors.at(-1)).toMatchObject({ request: told.instance, operation: "fail", err: { message: "secret inside" } });
  });

  test("that are problems are told as they are", async () => {
    expect(await problemOf(await send("POST", "/failures/problem"))).toMatchObject({
      type: "urn:archwright:problem:conflict",
      status: 409,
      errors: [{ pointer: "/name", detail: "Already there." }],
    });
  });

  test("to finish in time end in 504, sooner when the caller says so", async () => {
    expect((await send("POST", "/failures/hang")).status).toBe(504);
    expect((await send("POST", "/failures/hang", { headers: { "x-timeout-ms": "1" } })).status).toBe(504);
  });
});

describe("paths without an operation", () => {
  test.each([
    ["GET", "/nothing", 404, null],
    ["GET", "", 404, null],
    ["PUT", "/labels", 405, "GET, POST, HEAD, OPTIONS"],
    ["POST", "/labels/x", 405, "GET, PATCH, DELETE, HEAD, OPTIONS"],
    ["PROPFIND", "/labels", 405, "GET, POST, HEAD, OPTIONS"],
    ["OPTIONS", "/labels", 204, "GET, POST, HEAD, OPTIONS"],
  ])("%s %s answers %d", async (method, path, status, allow) => {
    const response = await send(method, path);
    expect([response.status, response.headers.get("allow")]).toEqual([status, allow]);
    if (status !== 204) expect((await problemOf(response)).status).toBe(status);
  });

  test("are a page's outside of the base path", async () => {
    expect(await (await sample.app.request("/apiary")).text()).toBe("a page");
  });
});

describe("no input makes the server fail", () => {
  const text = fc.string({ unit: "binary" });
  const operations = sampleOperations.filter(({ id }) => id !== "fail" && id !== "watchLabels");

  test("whatever path, query, headers and body say", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...operations),
        text,
        fc.array(
          fc.tuple(fc.oneof(fc.constantFrom("limit", "sort", "cursor", "size", "filter[name][in]", "filter[createdAt][gt]"), text), text),
        ),
        fc.dictionary(
          fc.constantFrom("if-match", "if-none-match", "cookie", "traceparent", "accept-language", "x-timeout-ms", "content-encoding"),
          fc.string(),
        ),
        fc.oneof(fc.json(), fc.string({ unit: "binary" }), fc.uint8Array()),
        async (operation, id, query, headers, body) => {
          const path = operation.path.replace("{id}", encodeURIComponent(id.toWellFormed()));
          const search = new URLSearchParams(query.map(([name, value]): [string, string] => [name.toWellFormed(), value.toWellFormed()]));
          const withBody = operation.body === undefined ? {} : { body: body as string };
          const response = await send(operation.method.toUpperCase(), `${path}?${search}`, {
            headers: { "content-type": "application/json", ...headers, "x-timeout-ms": "1000" },
            ...withBody,
          });
          await response.arrayBuffer();
          expect(response.status).toBeLessThan(500);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
