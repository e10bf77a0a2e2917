import { problem } from "../problems/problem.ts";
import type { StyleName } from "./styles.ts";

/** A parameter's value with the style that it is written in (OpenAPI 3.1, "Style Values"): what `styledParameter` reads. */
export class Styled {
  readonly #name: string;
  readonly #style: StyleName;
  readonly #explode: boolean;
  readonly #value: unknown;

  constructor(name: string, style: StyleName, explode: boolean, value: unknown) {
    this.#name = name;
    this.#style = style;
    this.#explode = explode;
    this.#value = value;
  }

  /** As parts of a query, encoded: a comma in a value is told from one between values. */
  inQuery(): readonly string[] {
    const [name, value] = [this.#name, this.#value];
    if (this.#style === "deepObject") return nested(name, value).map(queryPart);
    if (this.#explode && Array.isArray(value)) return value.map((item) => queryPart([name, text(item)]));
    if (this.#explode && isObject(value))
      return pairs(value)
        .flatMap(([key, item]) => repeated(key, item))
        .map(queryPart);
    if (this.#style === "form") return [`${encoded(name)}=${this.#write(encoded)}`];
    return [queryPart([name, this.#write(asItIs)])];
  }

  /** As the value of a header. */
  inHeader(): string {
    return this.#write(asItIs);
  }

  /** As the value of a cookie: nothing in it begins another. */
  inCookie(): string {
    return this.#write(encoded);
  }

  /** As a segment of a path: nothing in the values can leave it. */
  inPath(): string {
    const written = this.#write(encoded);
    if (written === "" || written === "." || written === "..") throw problem.notFound(`There is nothing named "${written}".`);
    return written;
  }

  #write(encode: (item: string) => string): string {
    const [name, value, explode] = [this.#name, this.#value, this.#explode];
    const one = (item: unknown): string => encode(text(item));
    switch (this.#style) {
      case "json":
        return encode(JSON.stringify(value));
      case "label":
        return `.${flat(value, explode ? "." : ",", explode, one)}`;
      case "matrix":
        if (explode && Array.isArray(value)) return value.map((item) => `;${name}=${one(item)}`).join("");
        if (explode && isObject(value))
          return pairs(value)
            .map(([key, item]) => `;${encode(key)}=${one(item)}`)
            .join("");
        return `;${name}=${flat(value, ",", false, one)}`;
      default: {
        const separator = this.#style === "spaceDelimited" ? " " : this.#style === "pipeDelimited" ? "|" : ",";
        return flat(value, separator, explode, one);
      }
    }
  }
}

/** For generated clients: absent stays absent. */
export const styled = (name: string, style: StyleName, explode: boolean, value: unknown): Styled | undefined =>
  value === undefined ? undefined : new Styled(name, style, explode, value);

/** A value as RFC 6570 has it: all but unreserved characters percent-encoded. */
export const encoded = (item: string): string => encodeURIComponent(item.toWellFormed());
const asItIs = (item: string): string => item;

/** `name=value`, as part of a query. */
export const queryPart = ([name, item]: readonly [string, string]): string => `${encoded(name)}=${encoded(item)}`;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const pairs = (value: Readonly<Record<string, unknown>>): [string, unknown][] =>
  Object.entries(value).filter(([, item]) => item !== undefined);
const text = (value: unknown): string => (typeof value === "object" && value !== null ? JSON.stringify(value) : String(value));

function flat(value: unknown, separator: string, explode: boolean, one: (item: unknown) => string): string {
  if (Array.isArray(value)) return value.map(one).join(separator);
  if (!isObject(value)) return one(value);
  return pairs(value)
    .map(([key, item]) => `${one(key)}${explode ? "=" : separator}${one(item)}`)
    .join(separator);
}

const repeated = (name: string, value: unknown): (readonly [string, string])[] =>
  Array.isArray(value) ? value.map((item) => [name, text(item)] as const) : [[name, text(value)]];

/** `a[b][c]=1`, and `a[0][b]=1` where a list holds objects. */
export function nested(name: string, value: unknown): (readonly [string, string])[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => (isObject(item) ? nested(`${name}[${index}]`, item) : nested(name, item)));
  if (isObject(value)) return pairs(value).flatMap(([key, item]) => nested(`${name}[${key}]`, item));
  return [[name, value === null ? "" : String(value)]];
}
