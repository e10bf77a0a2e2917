import type { Context as HonoContext } from "hono";
import { parameterPointer } from "../validation/parameters.ts";
import type { Parameter, Place, QueryParameter } from "../validation/validator.ts";
import { cookieOf } from "./cookie.ts";
import { decoded, type PathTemplate, type PathVariable } from "./path-template.ts";

/** Reads all parameters of one operation from a request; what is wrong is added to `place`. */
export type ReadParameters = (c: HonoContext, place: Place) => Record<string, unknown>;

type ReadText = (c: HonoContext, query: Query) => string | undefined;
type Query = ReadonlyMap<string, string>;

const noQuery: Query = new Map();

/** Decides once how each parameter is found, so that a request costs a look-up for each and at most one pass over the query. */
export function parametersReader(
  parameters: Readonly<Record<string, Parameter<unknown>>>,
  variables: PathTemplate["variables"] = new Map(),
): ReadParameters {
  const all = Object.entries(parameters).map(([variable, parameter]) => ({ variable, parameter }));
  const whole = all.flatMap(({ variable, parameter }) => (isWhole(parameter) ? [{ variable, parameter }] : []));
  const steps = all
    .filter(({ parameter }) => !isWhole(parameter))
    .map(({ variable, parameter }) => ({ variable, parameter, text: textReader(parameter, variables) }));
  const queried = new Map(steps.filter(({ parameter }) => parameter.in === "query").map(({ parameter }) => [parameter.name, parameter]));
  return (c, place) => {
    const query = queried.size === 0 ? noQuery : readQuery(c.req.raw.url, queried, place);
    const values: Record<string, unknown> = {};
    if (whole.length > 0) readWhole(c.req.raw.url, whole, values, place);
    for (const { variable, parameter, text } of steps) {
      const given = text(c, query);
      if (given !== undefined && (parameter.raw === true ? decoded(given) : given).includes("\0")) {
        place.errors.push({ pointer: parameterPointer(parameter.in, parameter.name), detail: "must not contain the character U+0000" });
        continue;
      }
      const value = parameter.read(given, place);
      if (value !== undefined) values[variable] = value;
    }
    return values;
  };
}

const isWhole = (parameter: Parameter<unknown>): parameter is QueryParameter<unknown> => "readQuery" in parameter;

/** Parameters that may stand in several pieces of a query. */
function readWhole(
  url: string,
  parameters: readonly { readonly variable: string; readonly parameter: QueryParameter<unknown> }[],
  values: Record<string, unknown>,
  place: Place,
): void {
  const start = url.indexOf("?");
  const text = start === -1 ? "" : url.slice(start + 1);
  const query = { pairs: new URLSearchParams(text), text };
  if (text.includes("%00")) place.errors.push({ pointer: "?", detail: "must not contain the character U+0000" });
  for (const { variable, parameter } of parameters) {
    const value = parameter.readQuery(query, place);
    if (value !== undefined) values[variable] = value;
  }
}

function pathText(variable: PathVariable | undefined, { name, raw }: Parameter<unknown>): ReadText {
  if (variable === undefined) return (c) => c.req.param(name);
  const { segment, expression, group, fromEnd } = variable;
  if (expression === undefined && raw !== true) return (c) => c.req.param(segment);
  return (c) => {
    const written = new URL(c.req.raw.url).pathname.split("/").at(-fromEnd) ?? "";
    if (expression === undefined) return written;
    const found = expression.exec(written)?.[group];
    if (found === undefined) return expression.exec(c.req.param(segment) ?? "")?.[group];
    return raw === true ? found : decoded(found);
  };
}

function textReader(parameter: Parameter<unknown>, variables: PathTemplate["variables"]): ReadText {
  const { in: source, name, raw } = parameter;
  switch (source) {
    case "path":
      return pathText(variables.get(name), parameter);
    case "query":
      return (_c, query) => query.get(name);
    case "header":
      return (c) => c.req.raw.headers.get(name) ?? undefined;
    case "cookie":
      return (c) => {
        const written = cookieOf(c.req.raw.headers.get("cookie"), name);
        return written === undefined || raw === true ? written : decoded(written);
      };
  }
}

/** The declared parameters of the query. Others are ignored, except filters: a list that ignored one would answer too much. */
function readQuery(url: string, declared: ReadonlyMap<string, Parameter<unknown>>, place: Place): Query {
  const start = url.indexOf("?");
  if (start === -1) return noQuery;
  const texts = new Map<string, string>();
  for (const [name, text] of new URLSearchParams(url.slice(start + 1))) {
    const parameter = declared.get(name);
    if (parameter === undefined) {
      if (name.startsWith("filter[")) place.errors.push({ pointer: `?${name}`, detail: noSuchFilter(name, declared) });
      continue;
    }
    const before = texts.get(name);
    if (before === undefined) texts.set(name, text);
    else if (parameter.many === true) texts.set(name, `${before},${text}`);
    else place.errors.push({ pointer: `?${name}`, detail: "must not be given twice" });
  }
  return texts;
}

/** Says which filters there are: the operators of the field, or else the fields. */
function noSuchFilter(name: string, declared: ReadonlyMap<string, Parameter<unknown>>): string {
  const filters = [...declared.keys()].flatMap((key) => {
    const [, field, operator] = /^filter\[([^\]]+)\]\[([^\]]+)\]$/.exec(key) ?? [];
    return field === undefined || operator === undefined ? [] : [{ field, operator }];
  });
  const operators = filters.filter(({ field }) => name.startsWith(`filter[${field}]`)).map(({ operator }) => `[${operator}]`);
  const offered = operators.length > 0 ? operators : [...new Set(filters.map(({ field }) => `[${field}]`))];
  return `is not a filter that this operation has${offered.length === 0 ? "" : `; it has ${offered.join(", ")}`}`;
}
