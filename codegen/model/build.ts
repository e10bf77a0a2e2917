import type { Problems } from "../diagnostics/problems.ts";
import type { Document } from "../read/documents.ts";
import type { Node } from "../read/node.ts";
import type { Files } from "../read/references.ts";
import { basePathOf } from "./base-path.ts";
import { checkDomain } from "./check-domain.ts";
import { checkNames } from "./check-names.ts";
import { checkRequires } from "./check-requires.ts";
import { checkSchemaNames, checkTypes } from "./check-types.ts";
import { checkUse } from "./check-use.ts";
import { declare } from "./declare.ts";
import { domainOf, hoistedSchemas, namedSchema } from "./domains.ts";
import { withoutEndless } from "./endless.ts";
import { checkCarried } from "./field-roles.ts";
import { freeze } from "./freeze.ts";
import { markInside } from "./inside.ts";
import type { Json } from "./json-schema.ts";
import type { Domain, Model } from "./model.ts";
import { compare } from "./names.ts";
import { viewer } from "./resolver.ts";

/** Builds the model. What it gives after a problem is only good for finding more of them. */
export function buildModel(files: Files, documents: readonly Document[], annotations: ReadonlyMap<Node, Json>, problems: Problems): Model {
  const registry = declare(files, documents, annotations, problems);
  checkRequires(registry);
  const basePath = basePathOf(registry);
  for (const spec of registry.specs) checkDomain(spec, registry);
  const { view, later } = viewer(registry);
  const made = registry.specs.flatMap((spec) => domainOf(view(spec)) ?? []);
  const common = registry.specs
    .filter(({ domain }) => domain === undefined)
    .flatMap((spec) => [...spec.schemas.map((schema) => namedSchema(schema, view(spec))), ...hoistedSchemas(view(spec))]);
  const ended = withoutEndless([...common, ...made.flatMap(({ schemas }) => schemas)], problems);
  const shared = ended.filter(({ domain }) => domain === undefined);
  const domains = made.map((domain) => ({ ...domain, schemas: ended.filter((schema) => schema.domain === domain.name) }));
  // A check may make schemas, which bring checks of their own: the list grows while it is walked.
  for (const check of later) check();
  checkNames(domains, registry);
  checkCarried(domains, registry);
  checkSchemaNames([...shared, ...domains.flatMap(({ schemas }) => schemas)], problems);
  checkTypes(domains, shared, problems);
  // What an error hides would look unused.
  if (!problems.failed) checkUse(domains, registry);
  return freeze({ domains: requiredFirst(markInside(domains, shared)), shared, basePath });
}

/** Every domain after those that it requires; by name where that leaves a choice. */
function requiredFirst(domains: readonly Domain[]): readonly Domain[] {
  const result: Domain[] = [];
  let waiting = [...domains].sort((a, b) => compare(a.name, b.name));
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const next = waiting.find(({ requires }) => !requires.some((name) => names.has(name))) ?? waiting[0];
    if (next === undefined) break;
    result.push(next);
    waiting = waiting.filter((domain) => domain !== next);
  }
  return result;
}
