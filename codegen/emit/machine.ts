import type { Domain, Entity, Model } from "../model/model.ts";
import type { StateMachine, Transition } from "../model/state-machine.ts";
import { type Code, code, join, type, value } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { alternatives, enclose } from "../print/layout.ts";
import { access, comment, literal, propertyName } from "../print/text.ts";
import { artifact, bound, lowerFirst, source } from "./artifact.ts";
import type { DomainEmitter } from "./emitter.ts";
import { stateType, timesOut } from "./machine-rows.ts";
import { either, schemaType } from "./schema-type.ts";

const machineFile = "internal/core/machine/machine.ts";
const dataFile = "internal/core/machine/state-machine.ts";
const context = type("Context", "internal/core/context/context.ts");

type WithMachine = Entity & { readonly machine: StateMachine };

/** The entities that have a machine. */
export const moving = (domain: Domain): readonly WithMachine[] =>
  domain.entities.filter((entity): entity is WithMachine => entity.machine !== undefined);

const guarded = ({ machine }: WithMachine): readonly (Transition & { readonly guard: string })[] =>
  machine.transitions.filter((transition): transition is Transition & { readonly guard: string } => transition.guard !== undefined);

/** Whether hand-written code must say when some transition may be made. */
export const hasGuards = (domain: Domain): boolean => moving(domain).some((entity) => guarded(entity).length > 0);

/** `tasksMachines`: the function that puts the machines to work. */
export const machinesFunction = (domain: Domain): Code => value(`${lowerFirst(domain.typeName)}Machines`, artifact(domain.name, "machine"));

/** `TasksGuards` */
export const guardsType = (domain: Domain): Code => type(`${domain.typeName}Guards`, artifact(domain.name, "machine"));

/** The machines of a domain as data, the guards that they ask for, and how they are put to work. */
export const emitMachine: DomainEmitter = (domain, model) => {
  const entities = moving(domain);
  if (entities.length === 0) return undefined;
  const path = artifact(domain.name, "machine");
  const guards = hasGuards(domain) ? [guardsInterface(model, domain)] : [];
  const parts = [...entities.flatMap(machineData), ...guards, machinesInterface(domain), machines(model, domain)];
  return { path, text: printFile(path, source(domain.name), join(parts, "\n\n")) };
};

const nameType = (entity: Entity): Code => type(`${entity.name}TransitionName`, artifact(entity.domain, "machine"));
const dataName = (entity: Entity): string => `${entity.variable}Machine`;
const rowType = (entity: Entity): Code => type(entity.name, artifact(entity.domain, "types"));

function machineData(entity: WithMachine): readonly Code[] {
  const { machine, name } = entity;
  const names = alternatives(machine.transitions.map((transition) => literal(transition.name)));
  const timeouts = machine.timeouts.map(
    ({ state, milliseconds, transition }) => code`${propertyName(state)}: { after: ${milliseconds}, transition: ${literal(transition)} }`,
  );
  return [
    code`export type ${name}TransitionName = ${names};`,
    code`${comment(`The states of ${entity.pluralVariable}, from ${literal(machine.initial)} on.`)}export const ${dataName(entity)}: ${type("StateMachine", dataFile)}<${stateType(entity)}, ${nameType(entity)}> = {
  entity: ${literal(name)},
  tenant: ${literal(entity.scope === "organization")},
  transitions: {
    ${machine.transitions.map(transitionData)}
  },
  timeouts: ${enclose("{", timeouts, "}")},
};`,
  ];
}

function transitionData(transition: Transition): Code {
  const { name, from, to, allow, automatic, input, location } = transition;
  const head = propertyName(name);
  const parts = [
    code`from: ${literal(from)}`,
    ...(to === undefined ? [] : [`to: ${literal(to)}`]),
    code`allow: ${literal(allow)}`,
    ...(automatic ? ["automatic: true"] : []),
    ...(input === undefined ? [] : ["takesInput: true"]),
    `place: ${literal(`${location.file}:${location.line}`)}`,
  ];
  return code`${head}: ${enclose("{", parts, "}")},`;
}

function guardsInterface(model: Model, domain: Domain): Code {
  const entities = moving(domain).filter((entity) => guarded(entity).length > 0);
  const members = entities.map((entity) => {
    const names = [...new Set(guarded(entity).map(({ guard }) => guard))].sort();
    const methods = names.map((guard) => guardSignature(model, entity, guard));
    return code`readonly ${entity.variable}: {
  ${methods}
};`;
  });
  return code`/** Conditions of transitions. Each gives true, or the sentence that tells a person why not. */
export interface ${domain.typeName}Guards {
  ${members}
}`;
}

function guardSignature(model: Model, entity: WithMachine, guard: string): Code {
  const uses = guarded(entity).filter((transition) => transition.guard === guard);
  const inputs = new Map(uses.map(({ input }) => [input?.name ?? "", input]));
  const types = [...inputs.values()].map((input) => (input === undefined ? code`undefined` : schemaType(model, entity.domain, input)));
  const taken = inputs.size === 1 && inputs.has("") ? "" : code`, input: ${either(types)}`;
  const about = uses.map(({ name }) => name).join(", ");
  const verdict = type("Verdict", dataFile);
  return code`/** Of ${about}. */
${guard}(ctx: ${context}, ${guardArgument(entity)}: ${rowType(entity)}${taken}): ${verdict} | Promise<${verdict}>;`;
}

const guardArgument = (entity: Entity): string => bound(entity.variable, "ctx", "input", "guards", "core", "events");

function machinesInterface(domain: Domain): Code {
  const members = moving(domain).map((entity) => code`readonly ${entity.variable}: ${machineType(entity)};`);
  return code`/** The machine of each entity. */
export interface ${domain.typeName}Machines {
  ${members}
}`;
}

function machineType(entity: Entity): Code {
  const args = code`<${rowType(entity)}, ${stateType(entity)}, ${nameType(entity)}>`;
  const machine = code`${type("EntityMachine", machineFile)}${args}`;
  return timesOut(entity) ? code`${machine} & ${type("TimedMachine", machineFile)}<${rowType(entity)}>` : machine;
}

function machines(model: Model, domain: Domain): Code {
  const entities = moving(domain);
  const used = ["core", "events", ...(hasGuards(domain) ? ["guards"] : []), ...entities.map(({ pluralVariable }) => pluralVariable)].sort();
  const parts = type(`${domain.typeName}Parts`, artifact(domain.name, "service"));
  return code`/** Puts the machines to work on their rows. */
export function ${lowerFirst(domain.typeName)}Machines(${enclose("{", used, "}")}: ${parts}): ${domain.typeName}Machines {
  return {
    ${entities.map((entity) => code`${entity.variable}: ${working(model, domain, entity)},`)}
  };
}`;
}

function working(model: Model, domain: Domain, entity: WithMachine): Code {
  const { machine } = entity;
  const row = guardArgument(entity);
  const guards = guarded(entity).map(({ name, guard, input }) => {
    const given = input === undefined ? "" : code`, input: ${schemaType(model, entity.domain, input)}`;
    const taken = guardTakesInput(entity, guard) ? `, ${input === undefined ? "undefined" : "input"}` : "";
    const parameters = taken === "" || input === undefined ? `ctx, ${row}` : code`ctx, ${row}${given}`;
    return code`${propertyName(name)}: (${parameters}) => guards.${entity.variable}.${guard}(ctx, ${row}${taken}),`;
  });
  const published = machine.transitions.map(
    (transition) => code`${propertyName(transition.name)}: events.${eventMethod(domain, entity, transition)},`,
  );
  const timed = timesOut(entity)
    ? [
        code`timed: {
  overdue: ${entity.pluralVariable}.overdue,
  timesOutAt: (${row}) => ${row}.timesOutAt,
  organizationOf: ${entity.scope === "global" ? '() => ""' : `(${row}) => ${row}.organizationId`},
},`,
      ]
    : [];
  const lines = [
    "database: core.database,",
    "now: core.now,",
    `rows: ${entity.pluralVariable},`,
    ...timed,
    `stateOf: (${row}) => ${row}${access(machine.field)},`,
    guards.length === 0 ? "guards: {}," : code`guards: {\n  ${guards}\n},`,
    code`events: {\n  ${published}\n},`,
  ];
  return code`${value("machineOf", machineFile)}<${rowType(entity)}, ${stateType(entity)}, ${nameType(entity)}>(${dataName(entity)}, {
  ${lines}
})`;
}

const guardTakesInput = (entity: WithMachine, guard: string): boolean =>
  guarded(entity).some((transition) => transition.guard === guard && transition.input !== undefined);

function eventMethod(domain: Domain, entity: Entity, transition: Transition): string {
  const type = `${domain.name}.${entity.variable}.${transition.variable}`;
  const event = domain.events.find((candidate) => candidate.type === type);
  if (event === undefined) throw new Error(`The model has no event ${type}.`);
  return event.method;
}
