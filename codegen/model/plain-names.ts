import type { Problems } from "../diagnostics/problems.ts";
import { entries, get, type MapNode, type Node, textOf } from "../read/node.ts";
import type { Span } from "../read/source.ts";
import { reservedTypes } from "./check-types.ts";
import { Claims } from "./claims.ts";
import { camelCase, compare, pascalCase, words } from "./names.ts";

/** What references lead to at last. */
type Resolve = (node: Node) => Node | undefined;

/** The names that a document without annotations gets in code. */
export interface PlainNames {
  /** By name in components.schemas. */
  readonly schemas: ReadonlyMap<string, string>;
  /** By `method path`. */
  readonly operations: ReadonlyMap<string, OperationNames>;
  /** Gives a type name that nothing has yet. */
  take(wanted: string): string;
}

export interface OperationNames {
  readonly id: string;
  readonly inputType: string;
  readonly failureType: string;
  readonly headersType: string;
}

export const verbs = ["get", "post", "put", "patch", "delete", "options", "head"] as const;

/**
 * Decides names: by what the document calls things, made fit for code; where two would be the same, the one that sorts first keeps it
 * and the others get a number. `elsewhere` are names that other documents have.
 */
export function plainNames(
  root: MapNode,
  domainType: string,
  elsewhere: ReadonlySet<string>,
  resolve: Resolve,
  problems: Problems,
): PlainNames {
  const types = new Claims([...reservedTypes, ...suffixes.map((suffix) => domainType + suffix)]);
  const take = (wanted: string): string => types.claim(fitting(wanted, domainType, elsewhere));
  const schemas = schemaNames(root, take, problems);
  const ids = new Claims();
  const operations = new Map<string, OperationNames>();
  for (const { path, method, node, key } of operationsOf(root, resolve)) {
    const written = textOf(get(node, "operationId"));
    const wanted = methodName(written, method, path);
    const free = elsewhere.has(wanted) ? camelCase(`${domainType} ${wanted}`) : wanted;
    const id = ids.claim(free);
    if (id !== free) problems.add("renamed", key, `${method.toUpperCase()} ${path} is called ${id} in code: ${free} is taken.`);
    const type = id.charAt(0).toUpperCase() + id.slice(1);
    const [inputType = "", failureType = "", headersType = ""] = ["Input", "Failure", "Headers"].map((suffix) => take(type + suffix));
    operations.set(`${method} ${path}`, { id, inputType, failureType, headersType });
  }
  return { schemas, operations, take };
}

/** Names that a document would give, before any of them is changed: what others must keep clear of. */
export function wantedNames(root: MapNode, resolve: Resolve): readonly string[] {
  const schemas = entries(get(get(root, "components"), "schemas")).map(([name]) => typeName(name));
  return [
    ...schemas,
    ...operationsOf(root, resolve).map(({ path, method, node }) => methodName(textOf(get(node, "operationId")), method, path)),
  ];
}

const suffixes = ["Service", "Parts", "Repositories", "Config", "Events", "Consumers", "Permission", "Defaults", "Module"];

const fitting = (wanted: string, domainType: string, elsewhere: ReadonlySet<string>): string => {
  if (elsewhere.has(wanted)) return domainType + wanted;
  return reservedTypes.has(wanted) ? `${wanted}Schema` : wanted;
};

function schemaNames(root: MapNode, take: (wanted: string) => string, problems: Problems): ReadonlyMap<string, string> {
  const all = entries(get(get(root, "components"), "schemas")).map(([name, { key }]) => ({ name, key, wanted: typeName(name) }));
  // Whoever is called so already keeps the name.
  const ordered = all.sort((a, b) => Number(a.name !== a.wanted) - Number(b.name !== b.wanted) || compare(a.name, b.name));
  const seen = new Set<string>();
  return new Map(
    ordered.map(({ name, key, wanted }) => {
      const given = take(wanted);
      if (seen.has(wanted)) problems.add("renamed", key, `The schema "${short(name)}" is called ${given} in code: ${wanted} is taken.`);
      seen.add(wanted);
      return [name, given];
    }),
  );
}

const longest = 80;
const short = (name: string): string => (name.length > longest ? `${name.slice(0, longest)}…` : name);

/** A schema's name as a type's. */
export function typeName(name: string): string {
  const plain = /^[A-Z][A-Za-z0-9]*$/.test(name) ? name : pascalCase(name.slice(0, 4 * longest));
  const cut = plain.slice(0, longest);
  return cut === "" ? "Unnamed" : /^\d/.test(cut) ? `Type${cut}` : cut;
}

/** Methods that every object has, or that make one be taken for a promise. */
const hostile = new Set(
  "constructor new then toString toLocaleString valueOf hasOwnProperty isPrototypeOf propertyIsEnumerable toJSON prototype".split(" "),
);

function methodName(id: string | undefined, method: string, path: string): string {
  const given = id === undefined ? "" : /^[a-z][A-Za-z0-9]*$/.test(id) ? id : camelCase(id.slice(0, 4 * longest));
  const name = (given === "" ? fromPath(method, path) : given).slice(0, longest);
  if (/^\d/.test(name)) return `call${name}`;
  return hostile.has(name) ? `${name}Operation` : name;
}

/** `GET /pets/{petId}/toys` is `getPetsByPetIdToys`. */
function fromPath(method: string, path: string): string {
  const named = path.slice(0, 4 * longest).replaceAll(/\{([^{}]*)\}/g, " by $1 ");
  return camelCase([method, ...words(named)].join(" "));
}

export interface PlainOperation {
  readonly path: string;
  readonly method: (typeof verbs)[number];
  readonly node: MapNode;
  readonly key: Span;
}

/** The operations of a document in the order of their paths. */
function operationsOf(root: MapNode, resolve: Resolve): readonly PlainOperation[] {
  const paths = entries(get(root, "paths")).toSorted(([a], [b]) => compare(a, b));
  return paths.flatMap(([path, { value }]) => {
    const item = path.startsWith("x-") ? undefined : resolve(value);
    return verbs.flatMap((method) => {
      const entry = item?.kind === "map" ? item.entries.get(method) : undefined;
      const node = entry && resolve(entry.value);
      return entry === undefined || node?.kind !== "map" ? [] : [{ path, method, node, key: entry.key }];
    });
  });
}
