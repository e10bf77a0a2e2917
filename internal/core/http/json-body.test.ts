import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Problem } from "../problems/problem.ts";
import { maximumJsonBytes, readJson } from "./json-body.ts";
import { syntaxErrorDetail } from "./json-syntax.ts";

async function read(body: RequestInit["body"], headers: Record<string, string> = { "content-type": "application/json" }): Promise<unknown> {
  const request = new Request("http://localhost/", { method: "POST", body, headers, duplex: "half" } as RequestInit);
  return readJson(request).catch((error) => {
    if (!(error instanceof Problem)) throw error;
    return [error.status, error.errors[0]?.pointer ?? error.message];
  });
}

describe("a JSON body", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test("comes back as it was sent", async () => {
    // -0 is the one number that JSON.stringify does not write.
    const value = fc.jsonValue().filter((one) => !JSON.stringify(one).includes("__proto__") && !Object.is(one, -0));
    await fc.assert(
      fc.asyncProperty(value, async (one) => {
        expect(JSON.stringify(await read(JSON.stringify(one)))).toBe(JSON.stringify(one));
      }),
    );
  });

  test.each([
    ["application/json; charset=utf-8", { a: 1 }],
    ["application/merge-patch+json", { a: 1 }],
    ["Application/JSON", { a: 1 }],
    ["text/plain", [415, expect.any(String)]],
    ["application/json; charset=latin1", [415, expect.any(String)]],
    ["application/jsonp", [415, expect.any(String)]],
    ["", [415, expect.any(String)]],
  ])("is read or refused by its media type: %s", async (type, expected) => {
    expect(await read('{"a":1}', { "content-type": type })).toEqual(expected);
  });

  test.each([{}, { "content-length": "1000" }])("that comes too slowly is not waited for", async (more) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const endless = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(Buffer.from("{")) });
    const reading = read(endless, { "content-type": "application/json", ...more });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await reading).toEqual([408, expect.any(String)]);
  });

  test("is refused when compressed", async () => {
    expect(await read("x", { "content-type": "application/json", "content-encoding": "gzip" })).toEqual([415, expect.any(String)]);
  });

  test("is refused by its declared length alone", async () => {
    const endless = new ReadableStream({ pull: () => new Promise(() => {}) });
    expect(await read(endless, { "content-type": "application/json", "content-length": String(maximumJsonBytes + 1) })).toEqual([
      413,
      expect.any(String),
    ]);
  });

  test("that never ends is read up to the limit and no further", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    expect(await read(endless)).toEqual([413, expect.any(String)]);
    expect(sent).toBeLessThan(maximumJsonBytes + 65_536 * 8);
  });

  test("may be as large as the limit", async () => {
    expect(await read(JSON.stringify("x".repeat(maximumJsonBytes - 2)))).toHaveLength(maximumJsonBytes - 2);
  });

  test.each([
    ["[".repeat(65) + "]".repeat(65), [400, expect.stringContaining("nested")]],
    ['{"a":'.repeat(100_000), [400, expect.stringContaining("nested")]],
    [`"${"[".repeat(100)}\\"${"[".repeat(100)}"`, `${"[".repeat(100)}"${"[".repeat(100)}`],
  ])("may nest only so deep, brackets in texts not counted: %.20s", async (body, expected) => {
    expect(await read(body)).toEqual(expected);
  });

  test.each([
    ['{"a":{"__proto__":{"admin":true}}}', "/a/__proto__"],
    ['{"a":[{"\\u005f_proto__":1}]}', "/a/0/__proto__"],
    ['{"a":"\\u0000"}', "/a"],
    ['["ok","\\ud800x"]', "/1"],
  ])("with %s is refused at %s", async (body, pointer) => {
    expect(await read(body)).toEqual([422, pointer]);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  test("may have escapes that are harmless", async () => {
    expect(await read('"\\u00e9\\ud83d\\ude00\\\\u0000"')).toBe("é😀\\u0000");
  });

  test("is refused when it is not UTF-8", async () => {
    expect(await read(new Uint8Array([0x22, 0xff, 0x22]))).toEqual([400, "The body is not valid UTF-8."]);
  });
});

describe("the place of a JSON syntax error", () => {
  test.each([
    ['{"a":1,}', "at line 1, column 8 a property name in double quotes should stand."],
    ['{"a" 1}', "at line 1, column 6 a colon should stand."],
    ['{\n  "a": nope\n}', "at line 2, column 8 a JSON value should stand."],
    ["[1,\n2", "it ends where a comma or ] should follow."],
    ['{"a":1 "b":2}', "at line 1, column 8 a comma or } should stand."],
    ["[1] x", "at line 1, column 5 the end should stand."],
    ["", "it ends where a JSON value should follow."],
    ["[01]", "at line 1, column 2 a JSON value should stand."],
    ["[1,]", "at line 1, column 4 a JSON value should stand."],
    ['"\\x"', "at line 1, column 2 a text without raw control characters, with valid escapes and a closing quote should stand."],
  ])("in %j is told", (source, detail) => {
    expect(() => JSON.parse(source)).toThrow();
    expect(syntaxErrorDetail(source)).toBe(detail);
  });

  test("is found in every text that the parser refuses, and only the end is found in the others", () => {
    const tokens = fc.constantFrom("{", "}", "[", "]", ",", ":", '"a"', "1", "-0.5e3", "true", "null", " ", "\n", '"', "x", "0");
    fc.assert(
      fc.property(fc.array(tokens, { maxLength: 12 }), (parts) => {
        const source = parts.join("");
        let valid = true;
        try {
          JSON.parse(source);
        } catch {
          valid = false;
        }
        expect(syntaxErrorDetail(source) === "it ends where the end should follow.").toBe(valid);
      }),
      { numRuns: 5000 },
    );
  });

  test("is found in a large text without exhausting the stack", () => {
    expect(syntaxErrorDetail(`["${"a\\n".repeat(300_000)}`)).toContain("it ends where");
    expect(syntaxErrorDetail("[".repeat(300_000))).toContain("it ends where");
  });
});
