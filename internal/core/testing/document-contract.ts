import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import type { OperationTable } from "../http/operation.ts";
import { newPlace } from "../validation/place.ts";
import type { Parameter, Validator } from "../validation/validator.ts";
import { type JsonSchema, nearValues, simplest } from "./near-values.ts";
import type { OperationExample } from "./operation-contract.ts";

/** What of a published document is read here (OpenAPI 3.1). */
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, PublishedOperation>>>>;
}
interface PublishedOperation {
  readonly operationId?: string;
  readonly description?: string;
  readonly security?: readonly unknown[];
  readonly parameters?: readonly (PublishedParameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly responses: Readonly<Record<string, { readonly headers?: { readonly ETag?: { readonly $ref?: string } } }>>;
}
interface PublishedParameter {
  readonly name: string;
  readonly in: Parameter<unknown>["in"];
  readonly required?: boolean;
  readonly schema: JsonSchema;
}

export interface DocumentContract<Service> {
  /** Where the published document is. */
  readonly document: URL;
  readonly operations: OperationTable<Service>;
  readonly examples: Readonly<Record<string, OperationExample>>;
}

/** What of who may call an operation is said in its `security`. */
const security: ReadonlyMap<string, readonly object[]> = new Map([
  ["public", []],
  ["optional", [{}, { bearer: [] }]],
]);

const address = "https://document.test/openapi.json";

/**
 * Holds what is served against what is published: each operation asks for what its document says, and takes exactly the input that
 * is right by its JSON Schema. Ajv, which nobody here wrote, says what is right.
 */
export function documentContract<Service>(domain: string, { document: place, operations, examples }: DocumentContract<Service>): void {
  const document = JSON.parse(readFileSync(place, "utf8")) as Document;
  const ajv = new Ajv2020({ strict: false, logger: false });
  formats.default(ajv);
  ajv.addSchema({ $id: address, ...document });

  describe.each(operations.map((operation) => ({ id: operation.id, operation })))(`the document of ${domain}: $id`, ({ operation }) => {
    const { path, published } = found(document, operation.id);
    const at = (...steps: readonly string[]): string => `${address}#/paths/${[path, operation.method, ...steps].map(escaped).join("/")}`;
    const parameters = (published.parameters ?? []).map((parameter) =>
      "$ref" in parameter ? (pointed(document, parameter.$ref) as PublishedParameter) : parameter,
    );

    it("says where it is, who may call it, and what it answers", () => {
      expect([path, Object.keys(published.responses)[0]]).toEqual([operation.path, String(operation.status)]);
      const said = published.description ?? "";
      expect(published.security).toEqual(security.get(operation.permission));
      const [, permission] = /Needs the permission `([^`]+)`\./.exec(said) ?? [];
      expect(operation.permission).toBe(
        permission ?? (published.security === undefined ? "authenticated" : published.security.length === 0 ? "public" : "optional"),
      );
      const [, feature] = /Needs the feature `([^`]+)`\./.exec(said) ?? [];
      expect(operation.feature).toBe(feature);
      const [, limit, seconds] = /At most (\d+) calls in (\d+) seconds/.exec(said) ?? [];
      expect([operation.rateLimit?.limit, operation.rateLimit?.windowSeconds].map(String)).toEqual([
        String(limit && Number(limit)),
        String(seconds),
      ]);
    });

    it("says whether it knows versions, and keys of requests", () => {
      const headers = parameters.filter((parameter) => parameter.in === "header").map(({ name }) => name);
      expect(operation.ifMatch === true).toBe(headers.includes("If-Match"));
      expect(operation.idempotent === true).toBe(headers.includes("Idempotency-Key"));
      // One with words of its own is sent by hand-written code.
      expect(operation.etag === true).toBe(published.responses[String(operation.status)]?.headers?.ETag?.$ref !== undefined);
    });

    const read = Object.values(operation.parameters ?? {});
    it("names every parameter that is read", () => {
      const names = (of: readonly { readonly in: string; readonly name: string }[]) =>
        of.map((parameter) => `${parameter.in} ${parameter.name}`).toSorted();
      const own = parameters.filter(({ name }) => name !== "If-Match" && name !== "Idempotency-Key");
      // A list without an order to choose reads `sort` only to refuse it.
      const ordered = own.some(({ name }) => name === "sort");
      expect(names(read.filter(({ name }) => ordered || name !== "sort"))).toEqual(names(own));
    });

    it.each(parameters.map((parameter, index) => ({ name: parameter.name, index })))("takes $name as it says", ({ name, index }) => {
      const parameter = parameters[index];
      const reader = read.find((one) => one.name === name);
      if (parameter === undefined || reader === undefined || "$ref" in (published.parameters?.[index] ?? {})) return;
      expect(accepted(reader, undefined)).toBe(parameter.required !== true);
      const schema = at("parameters", String(index), "schema");
      const right = ajv.getSchema(schema) as ValidateFunction;
      for (const value of simple(parameter.schema, document)) {
        const text = String(value);
        const isRight = right(value) === true;
        // A longer filter finds nothing.
        const exact = !name.startsWith("filter[") && !isId(parameter);
        if (isRight || exact) expect(accepted(reader, text), `${name}=${text.slice(0, 80)}`).toBe(isRight);
      }
    });

    /** Holds a validator against the schema of a media type, with values around one that is right. */
    const takesWhatIsRight = (validator: Validator<unknown>, type: string, schema: JsonSchema, example: unknown): void => {
      const right = ajv.getSchema(at("requestBody", "content", type, "schema")) as ValidateFunction;
      expect(right(example), "the example is right").toBe(true);
      for (const value of [example, ...nearValues(schema, example, lookup)]) {
        const isRight = right(value) === true;
        if ((faults(validator, value).length === 0) === isRight) continue;
        const wrong: string = JSON.stringify(right.errors ?? faults(validator, value));
        expect.fail(`${isRight ? "right, and refused" : "wrong, and taken"}: ${JSON.stringify(value).slice(0, 2000)}: ${wrong}`);
      }
    };
    const lookup = (ref: string) => pointed(document, ref) as JsonSchema;

    const body = published.requestBody;
    const rule = typeof operation.body === "object" && "validator" in operation.body ? operation.body : undefined;
    if (rule !== undefined) {
      it("takes a body as it says", () => {
        expect(rule.required).toBe(body?.required === true);
        const [[type, content] = ["", undefined]] = Object.entries(body?.content ?? {});
        const example = JSON.parse(JSON.stringify(examples[operation.id]?.body ?? null)) as unknown;
        takesWhatIsRight(rule.validator, type, content?.schema ?? true, example);
      });
    }

    const contents = typeof operation.body === "object" && "contents" in operation.body ? operation.body.contents : [];
    it.each(contents.filter(({ kind }) => kind === "form"))("takes a body of $mediaType as it says", ({ mediaType, validator }) => {
      const schema = body?.content[mediaType]?.schema ?? true;
      if (validator !== undefined) takesWhatIsRight(validator, mediaType, schema, simplest(schema, lookup));
    });
  });
}

function found(document: Document, id: string): { readonly path: string; readonly published: PublishedOperation } {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const published of Object.values(methods)) if (published.operationId === id) return { path, published };
  }
  throw new Error(`The published document has no operation ${id}.`);
}

/** Values that a text can be of, without what only quotes would tell apart. */
function simple(schema: JsonSchema, document: Document): readonly unknown[] {
  const type = typeof schema === "object" ? schema.type : undefined;
  const start = type === "integer" || type === "number" ? 5 : type === "boolean" ? true : "abc";
  const near = nearValues(schema, start, (ref) => pointed(document, ref) as JsonSchema);
  return [start, ...near].filter((value) => typeof value === typeof start && value !== "");
}

/** What is no id names nothing: that is a 404, which only serving tells. */
const isId = ({ in: place, schema }: PublishedParameter): boolean =>
  place === "path" && typeof schema === "object" && String(schema.pattern).endsWith("-[0-9a-f]{16}$");

function accepted(parameter: Parameter<unknown>, text: string | undefined): boolean {
  const place = newPlace();
  parameter.read(text, place);
  return place.errors.length === 0;
}

function faults(validator: Validator<unknown>, value: unknown): readonly unknown[] {
  const place = newPlace();
  validator.check(value, place);
  return place.errors;
}

const escaped = (step: string): string => encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"));

/** What a reference within the document points to (RFC 6901). */
function pointed(document: Document, ref: string): unknown {
  const steps = ref
    .slice(2)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return steps.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    document,
  );
}
