import { RE2JS } from "re2js";
import type { FieldError } from "../problems/problem.ts";
import { array } from "./array.ts";
import { canonical } from "./canonical.ts";
import { integer, number } from "./number.ts";
import { type Optional, object, optional, type Required, required } from "./object.ts";
import { fail, newPlace, spent } from "./place.ts";
import { type SchemaDocument, type SchemaObject, schemaDocument, type TypeName } from "./schema-document.ts";
import { refuseEndless, resolveReference } from "./schema-references.ts";
import { string } from "./string.ts";
import { allOf, anyOf, not, oneOf } from "./unions.ts";
import type { Check, Place, Validator } from "./validator.ts";
import { never, unknown } from "./values.ts";

/** A schema that a user gave cannot be used; `errors` point into the schema. */
export class SchemaProblem extends Error {
  readonly errors: readonly FieldError[];

  constructor(errors: readonly FieldError[]) {
    super(
      `This JSON Schema cannot be used: ${errors.map(({ pointer, detail }) => `${pointer === "" ? "it" : pointer} ${detail}`).join("; ")}.`,
    );
    this.name = "SchemaProblem";
    this.errors = errors;
  }
}

const maximumNodes = 2_000;
const maximumPatternSize = 1_000;
const maximumPatternLength = 1_000;
/** Instructions of all patterns together: a short one such as `[\\p{L}]{900}` takes ten milliseconds to compile. */
const maximumPatterns = 5_000;
/** What one value may cost unless told: a step for each schema that looks at a part of it, and for each character that a pattern reads. */
const defaultSteps = 300_000;

/**
 * Builds a validator from a JSON Schema (2020-12) that a user gave. Nothing of it is ever run as code, patterns are matched in linear time
 * (RE2), and both the schema's size and the work that a value can cause are limited. Throws a SchemaProblem for what it cannot do.
 */
export function validatorOf(schema: unknown, maximumSteps = defaultSteps): Validator<unknown> {
  const place = newPlace();
  schemaDocument.check(schema, place);
  if (place.errors.length > 0) throw new SchemaProblem(place.errors);
  const compiler = new Compiler(schema as SchemaDocument);
  const { check } = compiler.compile(schema as SchemaDocument, place);
  if (place.errors.length === 0) refuseEndless(schema as SchemaDocument, compiler.places, place);
  if (place.errors.length > 0) throw new SchemaProblem(place.errors);
  return {
    check(value, target) {
      const budget = { left: maximumSteps };
      check(value, { path: target.path, errors: target.errors, budget });
      if (budget.left <= 0) fail(target, "is too much to check against its schema");
    },
  };
}

class Compiler {
  readonly #root: SchemaDocument;
  readonly #compiled = new Map<SchemaDocument, Validator<unknown>>();
  #instructions = 0;
  /** Where each schema stands, for errors that show only when all of them are known. */
  readonly places = new Map<SchemaObject, readonly (string | number)[]>();

  constructor(root: SchemaDocument) {
    this.#root = root;
  }

  compile(schema: SchemaDocument, place: Place): Validator<unknown> {
    if (typeof schema === "boolean") return schema ? unknown() : never();
    this.places.set(schema, [...place.path]);
    if (this.places.size > maximumNodes) {
      fail({ path: [], errors: place.errors }, `has more than ${maximumNodes} parts`);
      return unknown();
    }
    for (const [name, definition] of Object.entries(schema.$defs ?? {})) this.#inner(definition, place, "$defs", name);
    const checks = [typeCheck(schema), valueCheck(schema), ...this.#applicators(schema, place)].filter((check) => check !== undefined);
    const byKind = this.#byKind(schema, place);
    const validator: Validator<unknown> = {
      check(value, target) {
        if (spent(target, typeof value === "string" ? 1 + (value.length >> 4) : 1)) return;
        for (const check of checks) check(value, target);
        byKind.get(kindOf(value))?.(value, target);
      },
    };
    this.#compiled.set(schema, validator);
    return validator;
  }

  #inner(schema: SchemaDocument, place: Place, ...steps: readonly (string | number)[]): Validator<unknown> {
    place.path.push(...steps);
    const validator = this.compile(schema, place);
    place.path.length -= steps.length;
    return validator;
  }

  #all(schemas: readonly SchemaDocument[] | undefined, place: Place, keyword: string): readonly Validator<unknown>[] | undefined {
    return schemas?.map((schema, index) => this.#inner(schema, place, keyword, index));
  }

  #applicators(schema: SchemaObject, place: Place): (Check | undefined)[] {
    const all = this.#all(schema.allOf, place, "allOf");
    const any = this.#all(schema.anyOf, place, "anyOf");
    const one = this.#all(schema.oneOf, place, "oneOf");
    return [
      schema.$ref === undefined ? undefined : this.#reference(schema.$ref, place),
      all && allOf(...all).check,
      any && anyOf(...any).check,
      one && oneOf(...one).check,
      schema.not === undefined ? undefined : not(this.#inner(schema.not, place, "not")).check,
    ];
  }

  #reference(reference: string, place: Place): Check {
    const target = resolveReference(this.#root, reference);
    if (target === undefined) {
      place.path.push("$ref");
      fail(place, "must be # or #/$defs/name, and name a definition that is there");
      place.path.pop();
      return () => {};
    }
    if (typeof target === "boolean") return (target ? unknown() : never()).check;
    // The target may be compiled later, or be this very schema.
    return (value, at) => this.#compiled.get(target)?.check(value, at);
  }

  #byKind(schema: SchemaObject, place: Place): ReadonlyMap<Kind | undefined, Check> {
    const checks = new Map<Kind | undefined, Check>();
    const { minLength, maxLength, pattern, format } = schema;
    if (minLength !== undefined || maxLength !== undefined || format !== undefined) {
      checks.set("string", string(given({ minLength, maxLength, format })).check);
    }
    if (pattern !== undefined) {
      const [before, matches] = [checks.get("string"), this.#pattern(pattern, place)];
      checks.set("string", (value, target) => {
        before?.(value, target);
        matches(value, target);
      });
    }
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
    const limits = given({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf });
    if (Object.keys(limits).length > 0) checks.set("number", number(limits).check);
    const { items, minItems, maxItems, uniqueItems } = schema;
    if (items !== undefined || minItems !== undefined || maxItems !== undefined || uniqueItems !== undefined) {
      const inner = items === undefined ? unknown() : this.#inner(items, place, "items");
      checks.set("array", array(inner, given({ minItems, maxItems, uniqueItems })).check);
    }
    if (objectKeywords.some((keyword) => schema[keyword] !== undefined)) checks.set("object", this.#object(schema, place));
    return checks;
  }

  #pattern(pattern: string, place: Place): Check {
    place.path.push("pattern");
    const compiled = this.#instructions > maximumPatterns ? undefined : compilePattern(pattern, place);
    place.path.pop();
    const before = this.#instructions;
    this.#instructions += compiled?.programSize() ?? maximumPatternSize;
    if (before <= maximumPatterns && this.#instructions > maximumPatterns)
      fail({ path: [], errors: place.errors }, "has too large patterns");
    if (compiled === undefined) return () => {};
    const size = compiled.programSize();
    return (value, target) => {
      // Each character may meet each instruction.
      if (typeof value !== "string" || spent(target, Math.ceil((value.length * size) / 32))) return;
      if (!compiled.test(value)) fail(target, `must match the pattern ${pattern}`);
    };
  }

  #object(schema: SchemaObject, place: Place): Check {
    const { additionalProperties, minProperties, maxProperties } = schema;
    const other = additionalProperties === undefined ? unknown() : this.#inner(additionalProperties, place, "additionalProperties");
    const must = new Set(schema.required);
    const properties = new Map<string, Required<unknown> | Optional<unknown>>();
    // A required property that is not described is one of the additional ones.
    for (const name of must) properties.set(name, required(other));
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const validator = this.#inner(property, place, "properties", name);
      properties.set(name, must.has(name) ? required(validator) : optional(validator));
    }
    const additional = typeof additionalProperties === "object" ? other : additionalProperties !== false;
    return object(Object.fromEntries(properties), { additional, ...given({ minProperties, maxProperties }) }).check;
  }
}

const objectKeywords = ["properties", "required", "additionalProperties", "minProperties", "maxProperties"] as const;

type Kind = "null" | "boolean" | "number" | "string" | "array" | "object";

function kindOf(value: unknown): Kind | undefined {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const kind = typeof value;
  return kind === "boolean" || kind === "number" || kind === "string" || kind === "object" ? kind : undefined;
}

const typeSentences: Readonly<Record<TypeName, string>> = {
  null: "null",
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
  string: "a text",
  array: "a list",
  object: "an object",
};

function typeCheck({ type }: SchemaObject): Check | undefined {
  if (type === undefined) return undefined;
  const types = typeof type === "string" ? [type] : type;
  if (types.length === 1 && types[0] === "integer") return integer().check;
  const allowed = new Set<string | undefined>(types);
  const sentence = `must be ${types.map((name) => typeSentences[name]).join(" or ")}`;
  return (value, place) => {
    if (allowed.has(kindOf(value)) || (allowed.has("integer") && Number.isSafeInteger(value))) return;
    fail(place, sentence);
  };
}

/** `enum` and `const`, for values of any kind. */
function valueCheck(schema: SchemaObject): Check | undefined {
  if (schema.enum === undefined && schema.const === undefined) return undefined;
  const lists = [schema.enum, schema.const === undefined ? undefined : [schema.const]].filter((list) => list !== undefined);
  const allowed = lists.map((list) => new Set(list.map(canonical)));
  const sentence = lists.map((list) => `must be one of ${JSON.stringify(list).slice(1, -1).slice(0, 500)}`).join(", and ");
  return (value, place) => {
    const text = canonical(value);
    if (spent(place, text.length >> 4)) return;
    if (!allowed.every((values) => values.has(text))) fail(place, sentence);
  };
}

function compilePattern(pattern: string, place: Place): RE2JS | undefined {
  if (pattern.length > maximumPatternLength) {
    fail(place, `must have at most ${maximumPatternLength} characters`);
    return undefined;
  }
  try {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern));
    if (compiled.programSize() <= maximumPatternSize) return compiled;
    fail(place, "is too large a pattern");
  } catch {
    fail(place, "must be a regular expression without look-around and back-references");
  }
  return undefined;
}

type Given<Rules> = { [Name in keyof Rules]?: Exclude<Rules[Name], undefined> };

/** The rules that are set. */
function given<Rules extends object>(rules: Rules): Given<Rules> {
  return Object.fromEntries(Object.entries(rules).filter(([, rule]) => rule !== undefined)) as Given<Rules>;
}
