import { catalog } from "../diagnostics/catalog.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Domain, Location, Model } from "../model/model.ts";

/** What a diagnostic code means. Throws a sentence when there is no such code. */
export function explainCode(code: string): string {
  const all = Object.values(catalog);
  const entry = all.find((candidate) => candidate.code === code.toUpperCase());
  if (entry !== undefined) return `${entry.code} (${entry.severity}): ${entry.title}\n\n${entry.cause}\n${entry.fix}`;
  const meant = nearest(
    code.toUpperCase(),
    all.map((candidate) => candidate.code),
  );
  throw new Error(`There is no code ${code}.${meant === undefined ? "" : ` Did you mean ${meant}?`}`);
}

interface Origin {
  readonly what: string;
  readonly location: Location;
}

/** The lines of specs that a generated file or a migration follows from. Throws a sentence when it is neither. */
export function explainPath(path: string, model: Model): string {
  const [, folder, name] = /^(?:\.\/)?(?:generated|sql)\/([^/]+)\/(.+)$/.exec(path) ?? [];
  const contract = folder === "contracts" ? name?.replace(/\.gen\.ts$/, "") : undefined;
  const domain = model.domains.find((candidate) => candidate.name === (contract ?? folder));
  if (domain === undefined) {
    if (!/^(?:\.\/)?generated\//.test(path))
      throw new Error(`${path} is not made from a spec: it is below neither generated/ nor sql/<domain>/.`);
    const all = model.domains.map((one): Origin => ({ what: `the domain ${one.name}`, location: one.location }));
    return print(path, "all specs together", all);
  }
  return print(path, domain.location.file, [
    { what: `the domain ${domain.name}`, location: domain.location },
    ...originsOf(name ?? "", domain),
  ]);
}

/** What of a domain an artifact is about. */
function originsOf(file: string, domain: Domain): readonly Origin[] {
  const kind = file.replace(/\.gen\.ts$/, "");
  const entities = domain.entities.map(({ name, location }): Origin => ({ what: `the entity ${name}`, location }));
  const operations = domain.operations.map(({ id, location }): Origin => ({ what: `the operation ${id}`, location }));
  if (/^(?:sqlite|postgres|memory|repository|rows|tables)$/.test(kind) || file.endsWith(".sql")) return entities;
  if (/^(?:service|server|client)$/.test(kind)) return operations;
  if (kind === "events") return domain.events.map(({ type, location }): Origin => ({ what: `the event ${type}`, location }));
  if (/^(?:types|validators|mocks|views|examples)$/.test(kind)) {
    const places = new Map(domain.schemas.map(({ name, location }) => [`${location.line}`, { what: `the schema ${name}`, location }]));
    return [...places.values(), ...operations];
  }
  return kind === "config" || kind === "permissions" || kind === "menu" ? [] : [...entities, ...operations];
}

function print(path: string, source: string, origins: readonly Origin[]): string {
  const lines = origins.map(({ what, location: { file, line, column } }) => `  ${file}:${line}:${column}  ${what}`);
  return [`${path} follows from ${source}:`, ...lines].join("\n");
}
