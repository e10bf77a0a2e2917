import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { StartError } from "../problems/start-error.ts";
import { apiReference } from "./api-reference.ts";

const documentFile = join(import.meta.dirname, "../../../generated/openapi.json");

describe("the API reference", () => {
  const app = apiReference("/api/v1/openapi.json", documentFile);

  test("gives the published document, compressed to who can read that", async () => {
    const plain = await app.request("/api/v1/openapi.json");
    expect(plain.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(await plain.json()).toMatchObject({ openapi: "3.1.1", servers: [{ url: "/api/v1" }] });
    const small = await app.request("/api/v1/openapi.json", { headers: { "accept-encoding": "br, gzip" } });
    expect(small.headers.get("content-encoding")).toBe("gzip");
    expect(JSON.parse(gunzipSync(await small.bytes()).toString())).toMatchObject({ openapi: "3.1.1" });
  });

  test("is a page without a script of its own, that may load nothing from elsewhere", async () => {
    const page = await app.request("/docs");
    const html = await page.text();
    expect(await (await app.request("/docs/start.js")).text()).toContain('url: "/api/v1/openapi.json"');
    expect([...html.matchAll(/<script([^>]*)>([^<]*)/g)].map(([, attributes, content]) => [attributes, content])).toEqual([
      [' src="/docs/swagger-ui-bundle.js"', ""],
      [' src="/docs/start.js"', ""],
    ]);
    expect(page.headers.get("content-security-policy")).toMatch(/default-src 'none'; script-src 'self';/);
    expect((await app.request("/docs/swagger-ui-bundle.js")).headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  });

  test("says what to do when the document was never made", () => {
    expect(() => apiReference("/api/v1/openapi.json", "/nowhere/openapi.json")).toThrow(StartError);
    expect(() => apiReference("/api/v1/openapi.json", "/nowhere/openapi.json")).toThrow(/npm run generate/);
  });
});
