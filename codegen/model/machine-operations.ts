import { idParameter } from "./crud.ts";
import { article } from "./derived.ts";
import type { Schema } from "./json-schema.ts";
import type { Entity } from "./model.ts";
import { pascalCase, spoken, words } from "./names.ts";
import type { Operation, OperationParameter, OperationResponse } from "./operation.ts";
import type { StateMachine, Transition } from "./state-machine.ts";

/** The operations of an entity's machine: each transition that somebody asks for, what is possible now, and what was done. */
export function machineOperations(entity: Entity): readonly Operation[] {
  const { machine, path } = entity;
  if (machine === undefined || path === undefined) return [];
  return [
    ...machine.transitions.filter(({ automatic }) => !automatic).map((transition) => transitionOperation(entity, transition)),
    reading(entity, machine, "history", "History", `Every transition of ${article(entity.name)} ${spoken(entity.name)}, the oldest first.`),
    reading(
      entity,
      machine,
      "transitions",
      "Transitions",
      `What the caller may do with ${article(entity.name)} ${spoken(entity.name)} now.`,
    ),
  ];
}

function transitionOperation(entity: Entity, transition: Transition): Operation {
  const { name, variable, allow, from, to, input, location } = transition;
  const everywhere = from.length === (entity.machine?.states.length ?? 0) - (entity.machine?.terminal.length ?? 0);
  const roles = allow.filter((role) => role !== "system");
  return {
    id: `${variable}${entity.name}`,
    inputType: undefined,
    method: "post",
    path: `${entity.path}/{id}/${kebabCase(name)}`,
    summary: `${words(name)
      .join(" ")
      .replace(/^./, (first) => first.toUpperCase())}: ${everywhere ? "any that is not terminal" : from.join(", ")} → ${to ?? "the same"}.`,
    description: "",
    deprecated: false,
    location,
    // Who may is for the machine to say, by the caller's roles; what only the platform does is served to nobody.
    permission: roles.length === 0 ? "internal" : "authenticated",
    tenant: (entity.scope === "organization" || entity.scope === "cascade") && roles.length > 0,
    crud: undefined,
    // The machine opens its own: of two callers who saw the same version one must win, and not wait for the other and look again.
    ...(roles.length > 0 && { effects: { transaction: "none" as const } }),
    machine: { kind: "transition", entity: entity.name, transition: name, roles },
    parameters: [idParameter(entity)],
    body: input === undefined ? undefined : { kind: "json", schema: input, required: true, mediaType: "application/json" },
    response: json(`The ${entity.variable} as it is then.`, { kind: "reference", name: entity.name, domain: entity.domain }),
  };
}

function reading(entity: Entity, machine: StateMachine, kind: "history" | "transitions", suffix: string, summary: string): Operation {
  const permission = entity.read ?? "";
  const id = `get${entity.name}${suffix}`;
  return {
    ...{ id, inputType: `${pascalCase(id)}Input`, method: "get", path: `${entity.path}/{id}/${kind}`, summary, description: "" },
    ...{ deprecated: false, location: machine.location, permission, tenant: permission !== "authenticated", crud: undefined },
    machine: { kind, entity: entity.name },
    parameters: [idParameter(entity), ...(kind === "history" ? paging : [])],
    body: undefined,
    response: json(kind === "history" ? "The transitions." : "The choice.", {
      kind: "reference",
      name: `${entity.name}${suffix}`,
      domain: entity.domain,
    }),
  };
}

const optional = (name: string, schema: Schema, description: string): OperationParameter => ({
  ...{ name, variable: name, in: "query", required: false, description, schema, default: undefined },
});

const paging: readonly OperationParameter[] = [
  optional(
    "limit",
    { kind: "number", constraints: { minimum: 1 }, integer: true, format: undefined },
    "How many at the most: 50 unless told, and never more than 200.",
  ),
  optional(
    "cursor",
    { kind: "string", constraints: { maxLength: 2000 }, format: undefined, binary: false },
    "Of the page before: its `nextCursor`.",
  ),
];

const json = (description: string, schema: Schema): OperationResponse => ({
  ...{ status: 200, description, kind: "json", mediaType: "application/json", schema, headers: [] },
});

/** `reject_design` and `rejectDesign` are `reject-design`. */
const kebabCase = (name: string): string => words(name).join("-").toLowerCase();
