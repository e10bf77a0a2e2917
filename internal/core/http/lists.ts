import type { SearchQuery } from "../database/lists.ts";
import type { SimilarQuery } from "../embedding/similar.ts";
import {
  booleanParameter,
  enumParameter,
  integerParameter,
  listParameter,
  numberParameter,
  textParameter,
} from "../validation/parameters.ts";
import type { Parameter } from "../validation/validator.ts";

/** What a filterable field holds: an array names its values, `exact` is an id. */
export type FilterKind = "text" | "number" | "boolean" | "time" | "exact" | readonly string[];

/** One filter of a request, read: it knows where it belongs, so that no name is taken apart again. */
class FilterTerm {
  readonly field: string;
  readonly operator: string;
  readonly value: unknown;

  constructor(field: string, operator: string, value: unknown) {
    this.field = field;
    this.operator = operator;
    this.value = value;
  }
}

type Operators = readonly (readonly [operator: string, parameter: (name: string) => Parameter<unknown>])[];

const maximumValues = 100;

const single = <Value>(operators: readonly string[], make: (name: string) => Parameter<Value>): Operators =>
  operators.map((operator) => [operator, make]);

const several = <Value>(make: (name: string) => Parameter<Value>): Operators => [
  ["in", (name) => listParameter("query", name, { item: make(name), minItems: 1, maxItems: maximumValues })],
];

function operatorsOf(kind: FilterKind): Operators {
  const text = (name: string) => textParameter("query", name, { maxLength: 500 });
  const decimal = (name: string) => numberParameter("query", name);
  if (kind === "text") return [...single(["eq", "ne", "contains"], text), ...several(text)];
  if (kind === "exact") return [...single(["eq", "ne"], text), ...several(text)];
  if (kind === "number") return [...single(["eq", "ne", "lt", "lte", "gt", "gte"], decimal), ...several(decimal)];
  if (kind === "time") return single(["eq", "lt", "lte", "gt", "gte"], timeParameter);
  if (kind === "boolean") return single(["eq"], (name) => booleanParameter("query", name));
  const value = (name: string) => enumParameter("query", name, kind);
  return [...single(["eq", "ne"], value), ...several(value)];
}

/**
 * The parameters of a list: `filter[name][eq]` and so on for each field, `sort` (a field, `-` before it for descending), `limit`, `cursor`, `total`,
 * and `search`, a text of any kind, where the list can be searched.
 * A limit above the maximum is lowered by the database, not refused.
 */
export function listParameters(
  fields: Readonly<Record<string, FilterKind>>,
  sorts: readonly string[],
  { search = false }: { readonly search?: boolean } = {},
): Readonly<Record<string, Parameter<unknown>>> {
  const parameters: Record<string, Parameter<unknown>> = {};
  for (const [field, kind] of Object.entries(fields)) {
    for (const [operator, make] of operatorsOf(kind)) {
      const name = `filter[${field}][${operator}]`;
      parameters[name] = filterParameter(field, operator, make(name));
    }
  }
  const orders = sorts.flatMap((sort) => [sort, `-${sort}`]);
  return {
    ...parameters,
    ...(search ? { search: textParameter("query", "search") } : {}),
    sort: enumParameter("query", "sort", orders),
    limit: integerParameter("query", "limit", { minimum: 1 }),
    cursor: textParameter("query", "cursor", { minLength: 1, maxLength: 2000 }),
    total: booleanParameter("query", "total"),
  };
}

/** The parameters of what finds the nearest rows: `text` or `id`, the filters of the list, and `limit`. */
export function similarParameters(fields: Readonly<Record<string, FilterKind>>): Readonly<Record<string, Parameter<unknown>>> {
  const { sort: _, cursor: __, total: ___, ...shared } = listParameters(fields, []);
  return {
    ...shared,
    text: textParameter("query", "text", { maxLength: 2000 }),
    id: textParameter("query", "id"),
  };
}

/** Its query, from what `similarParameters` read. */
export const similarQuery = <Filter>(params: Readonly<Record<string, unknown>>): SimilarQuery<Filter> =>
  listQuery<Filter, never>(params) as SimilarQuery<Filter>;

/** The query of a list, from what `listParameters` read. */
export function listQuery<Filter, Sort extends string>(params: Readonly<Record<string, unknown>>): SearchQuery<Filter, Sort> {
  let filter: Record<string, Record<string, unknown>> | undefined;
  const query: Record<string, unknown> = {};
  for (const name in params) {
    const value = params[name];
    if (value instanceof FilterTerm) {
      filter ??= {};
      const operators = filter[value.field] ?? {};
      operators[value.operator] = value.value;
      filter[value.field] = operators;
    } else query[name] = value;
  }
  if (filter !== undefined) query.filter = filter;
  return query as SearchQuery<Filter, Sort>;
}

function filterParameter(field: string, operator: string, inner: Parameter<unknown>): Parameter<FilterTerm> {
  return {
    ...inner,
    read(text, place) {
      const value = inner.read(text, place);
      return value === undefined ? undefined : new FilterTerm(field, operator, value);
    },
  };
}

/** A time, brought to the form that the database compares as text. */
function timeParameter(name: string): Parameter<string> {
  const inner = textParameter("query", name, { format: "date-time", maxLength: 50 });
  return {
    ...inner,
    read(text, place) {
      const given = inner.read(text, place);
      if (given === undefined) return undefined;
      const milliseconds = Date.parse(given);
      // A leap second is a time by RFC 3339, and none for JavaScript.
      if (!Number.isNaN(milliseconds)) return new Date(milliseconds).toISOString();
      place.errors.push({ pointer: `?${name}`, detail: "must be a time without a leap second" });
      return undefined;
    },
  };
}
