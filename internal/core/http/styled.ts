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

  /** As names and texts of a query. */
  inQuery(): readonly (readonly [string, string])[] {
    const [name, value] = [this.#name, this.#value];
    if (this.#style === "json") return [[name, JSON.stringify(value)]];
    if (this.#style === "deepObject") return nested(name, value);
    if (this.#explode && Array.isArray(value)) return value.map((item) => [name, text(item)] as const);
    if (this.#explode && isObject(value)) return pairs(value).flatMap(([key, item]) => repeated(key, item));
    return [[name, this.inText()]];
  }

  /** As one text, for headers and cookies. */
  inText(): string {
    return this.#write((item) => item);
  }

  /** As a segment of a path: nothing in the values can leave it. */
  inPath(): string {
    const written = this.#write((item) => encodeURIComponent(item.toWellFormed()));
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
