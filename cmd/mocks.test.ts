import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { HttpHandler } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examples } from "../generated/examples.gen.ts";

interface Media {
  readonly schema?: object;
}
interface Answer {
  readonly content?: Readonly<Record<string, Media>>;
}
interface Documented {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, Answer>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>;
  readonly components: object;
}

const generated = join(import.meta.dirname, "../generated");
const document: Document = JSON.parse(readFileSync(join(generated, "openapi.json"), "utf8"));
const methods = new Set(["get", "post", "put", "patch", "delete"]);
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => methods.has(method))
    .map(([method, operation]) => ({ path, method, ...operation })),
);
const base = "http://mock.test/api/v1";

/** A validator that nobody here wrote, of the published document's own schemas. */
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: "document", components: document.components });
const rooted = (schema: unknown): object => JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"document#/components'));

async function handlers(): Promise<HttpHandler[]> {
  const made = await Promise.all(
    Object.keys(examples).map(async (domain) => {
      const module: Record<string, unknown> = await import(join(generated, domain, "mocks.gen.ts"));
      return (module[`${domain}Handlers`] as (base: string) => HttpHandler[])(base);
    }),
  );
  return made.flat();
}

const server = setupServer();
beforeAll(async () => {
  server.use(...(await handlers()));
  server.listen();
});
afterAll(() => server.close());

const params = new Map(Object.values(examples).flatMap((of) => Object.entries(of).map(([id, { params }]) => [id, params ?? {}])));

function ask({ method, path, operationId }: (typeof operations)[number]): Promise<Response> {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params.get(operationId)?.[name] ?? "");
  return fetch(base + filled, { method: method.toUpperCase() });
}

describe("the mocked answer", () => {
  test.each(operations)("of $operationId is one that the published document declares, and the same each time", async (operation) => {
    const response = await ask(operation);
    const declared = operation.responses[response.status];
    expect(declared, `${response.status} is not declared`).toBeDefined();
    const text = await response.text();
    expect(await (await ask(operation)).text()).toBe(text);
    const [[mediaType, media] = []] = Object.entries(declared?.content ?? {});
    if (mediaType === undefined) {
      expect(text).toBe("");
      return;
    }
    expect(response.headers.get("content-type")).toBe(mediaType);
    if (mediaType === "application/octet-stream" || media?.schema === undefined) return;
    const answer: unknown = JSON.parse(mediaType === "text/event-stream" ? (/^data: (.*)$/m.exec(text)?.[1] ?? "") : text);
    const validate = ajv.compile(rooted(media.schema));
    expect(validate(answer) ? [] : validate.errors).toEqual([]);
  });
});
