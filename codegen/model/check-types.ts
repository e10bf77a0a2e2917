import type { Problems } from "../diagnostics/problems.ts";
import type { Domain, NamedSchema } from "./model.ts";
import { pascalCase } from "./names.ts";
import { Taken } from "./taken.ts";

/** Types that generated code itself uses by these names: of TypeScript, of the core, of Kysely. */
export const reservedTypes: ReadonlySet<string> = new Set(
  [
    "Access AllowedRoles AuditQuery AuditSubject Hidden",
    "Array AsyncIterable Date Error Exclude Extract Function Map NonNullable Number Object Omit Partial Pick Promise ReadableStream",
    "Readonly ReadonlyArray Record Request Required Response Set String Symbol Boolean BigInt Uint8Array",
    "Background BooleanFilter Bytes CloudEvent Consumer Context Core DB Database Domain DomainEvent EventLog ExactFilter HttpHandler ListColumn Machine",
    "ListQuery MemoryDatabase NumberFilter OperationExample OperationTable Page Parameter Placeholders Problem Remote Reply Selectable",
    "Blob Failure File Setting SqlDatabase StateMachine StreamEvent TextFilter TimeFilter TimedMachine Timestamp Unique Validator Verdict",
  ].flatMap((names) => names.split(" ")),
);

/** Checks that schemas have names that can be types, and that generated code has no other use for. */
export function checkSchemaNames(schemas: readonly NamedSchema[], problems: Problems): void {
  for (const { name, location } of schemas) {
    if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) {
      const message = `"${name}" cannot name a type: a schema's name is in PascalCase, of letters and digits.`;
      problems.add("badName", location, message, { suggestion: pascalCase(name) });
    } else if (reservedTypes.has(name)) {
      problems.add("duplicateName", location, `${name} is the name of a type that generated code uses itself.`);
    }
  }
}

/**
 * Checks that no two types have one name: one published document holds the schemas of all domains, and a domain's code
 * sees the types of others beside its own.
 */
export function checkTypes(domains: readonly Domain[], shared: readonly NamedSchema[], problems: Problems): void {
  const types = new Taken(problems);
  for (const { name, location } of shared) types.take(name, "A shared schema", location, `The name ${name} is taken.`);
  for (const domain of domains) {
    const owner = `The domain ${domain.name}`;
    for (const { name, location } of domain.schemas) types.take(name, owner, location, `The name ${name} is taken.`);
    for (const { name: entity, location } of domain.entities) {
      for (const suffix of ["Id", "Filter", "Sort", "Insert", "Change", "View", "Repository"]) {
        types.take(`${entity}${suffix}`, owner, location, `The entity ${entity} makes a type ${entity}${suffix}, which is taken.`);
      }
    }
    for (const { name: entity, machine } of domain.entities) {
      if (machine === undefined) continue;
      const name = `${entity}TransitionName`;
      types.take(name, owner, machine.location, `The machine of ${entity} makes a type ${name}, which is taken.`);
    }
    for (const { id, inputType, headersType, failure, location } of domain.operations) {
      for (const name of [inputType, headersType, failure?.type]) {
        if (name !== undefined) types.take(name, owner, location, `The operation ${id} makes a type ${name}, which is taken.`);
      }
    }
    for (const suffix of [
      "Service",
      "Parts",
      "Repositories",
      "Config",
      "Events",
      "Consumers",
      "Permission",
      "Defaults",
      "Module",
      "Guards",
      "Machines",
    ]) {
      const name = `${domain.typeName}${suffix}`;
      types.take(name, owner, domain.location, `The domain ${domain.name} makes a type ${name}, which is taken.`);
    }
  }
}
