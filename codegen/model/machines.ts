import type { StateMachineAnnotation } from "../annotations/vocabulary.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { at, entries, get, type Node } from "../read/node.ts";
import { locate } from "../read/source.ts";
import { checkMachine } from "./check-machine.ts";
import { milliseconds } from "./durations.ts";
import type { Field, Scope } from "./model.ts";
import { camelCase, compare } from "./names.ts";
import { ordinaryField } from "./ordinary-field.ts";
import type { DeclaredSchema, View } from "./registry.ts";
import type { StateMachine, Timeout, Transition } from "./state-machine.ts";

/** Roles that need no document: those that every organization has, and the platform itself. */
const everywhere = ["owner", "admin", "member", "viewer", "system"];

type TransitionAnnotation = StateMachineAnnotation["transitions"][string];

/** The machine that a schema declares; undefined without one, or after a report when it cannot be one. */
export function machineOf(declared: DeclaredSchema, scope: Scope, fields: readonly Field[], view: View): StateMachine | undefined {
  const annotation = declared.entity?.machine;
  if (annotation === undefined) return undefined;
  const node = at(declared.node, "x-codegen", "stateMachine");
  const states = statesOf(annotation, node, fields, view);
  if (states === undefined) return undefined;
  let sound = true;
  const isState = (name: string, place: Node): boolean => {
    if (states.includes(name)) return true;
    sound = false;
    view.problems.add("unknownName", place, `"${annotation.field}" has no state "${name}".`, { suggestion: nearest(name, states) });
    return false;
  };
  isState(annotation.initial, at(node, "initial"));
  const terminal = (annotation.terminal ?? []).filter((state, index) => isState(state, at(node, "terminal", index)));
  const transitions = sorted(annotation.transitions).map(([name, transition]): Transition => {
    const place = at(node, "transitions", name);
    const { from, to } = transition;
    if (entries(place).length > Object.keys(transition).length) sound = false;
    if (to !== "=") isState(to, at(place, "to"));
    const out = from === "*" ? states.filter((state) => !terminal.includes(state)) : from;
    for (const [index, state] of from === "*" ? [] : from.entries()) isState(state, at(place, "from", index));
    checkTransition(name, transition, place, scope, view);
    const key = entries(get(node, "transitions")).find(([other]) => other === name)?.[1].key ?? place;
    return {
      ...{ name, variable: camelCase(name), from: states.filter((state) => out.includes(state)), to: to === "=" ? undefined : to },
      ...{ allow: [...(transition.allow ?? [])].sort(compare), input: inputOf(transition, place, view), guard: transition.guard },
      ...{ automatic: transition.auto === true, location: locate(key) },
    };
  });
  const timeouts = timeoutsOf(annotation, node, transitions, scope, view, isState);
  const machine: StateMachine = {
    ...{ field: annotation.field, states, initial: annotation.initial, transitions, location: locate(node) },
    terminal: states.filter((state) => terminal.includes(state)),
    timeouts: timeouts.toSorted((a, b) => states.indexOf(a.state) - states.indexOf(b.state)),
  };
  // What was refused already would make the rest look wrong.
  if (sound && transitions.length === entries(get(node, "transitions")).length) checkMachine(machine, node, view.problems);
  return machine;
}

const sorted = <Value>(map: Readonly<Record<string, Value>>): [string, Value][] => Object.entries(map).sort(([a], [b]) => compare(a, b));

/** The states: what the enum of the field lists. */
function statesOf(annotation: StateMachineAnnotation, node: Node, fields: readonly Field[], view: View): readonly string[] | undefined {
  const place = at(node, "field");
  const own = fields.filter(({ server }) => server === undefined);
  const field = own.find(({ name }) => name === annotation.field);
  if (field === undefined) {
    const suggestion = nearest(
      annotation.field,
      own.map(({ name }) => name),
    );
    view.problems.add("unknownName", place, `There is no field "${annotation.field}".`, { suggestion });
    return undefined;
  }
  const schema = view.resolve(field.schema);
  if (schema.kind !== "enum" || !schema.values.every((value) => typeof value === "string")) {
    view.problems.add("badFieldUse", place, `"${field.name}" cannot hold a state: it must be a string with an \`enum\` of the states.`);
    return undefined;
  }
  for (const reserved of schema.values.filter((value) => value === "*" || value === "=")) {
    view.problems.add("contradiction", place, `A state cannot be called "${reserved}": in a transition that has a meaning of its own.`);
  }
  for (const key of ["sensitive", "immutable"] as const) {
    if (field[key]) view.problems.add("contradiction", place, `"${field.name}" cannot be ${key}: people must see their states change.`);
  }
  if (field.readers !== undefined || field.writers !== undefined)
    view.problems.add("contradiction", place, `"${field.name}" cannot be only for some roles: \`allow\` says who makes a transition.`);
  if (field.generated !== undefined || field.madeDefault !== undefined)
    view.problems.add("contradiction", place, `"${field.name}" cannot be made by the server too: its machine sets it.`);
  if (field.default !== undefined && field.default !== annotation.initial) {
    view.problems.add("contradiction", place, `The default of "${field.name}" is not the initial state: leave the default out.`);
  }
  return schema.values;
}

function checkTransition(name: string, transition: TransitionAnnotation, place: Node, scope: Scope, view: View): void {
  const { allow, auto } = transition;
  if (auto === true) {
    for (const key of ["allow", "input"] as const) {
      if (transition[key] !== undefined)
        view.problems.add("contradiction", at(place, key), `${name} follows by itself: \`${key}\` has no effect on it.`);
    }
    return;
  }
  if (allow === undefined && get(place, "allow") === undefined)
    view.problems.add("missingAnnotation", place, `${name} needs \`allow\`, the roles that may do it, or \`auto: true\`.`);
  const known = [...everywhere, ...view.specs.flatMap(({ annotation }) => Object.keys(annotation?.roles ?? {}))];
  allow?.forEach((role, index) => {
    if (!known.includes(role))
      view.problems.add("unknownName", at(place, "allow", index), `There is no role "${role}".`, { suggestion: nearest(role, known) });
    else if (role === "system" && scope === "user")
      view.problems.add("contradiction", at(place, "allow", index), "The platform itself is no user, and sees no user's own rows.");
  });
}

function inputOf({ input }: TransitionAnnotation, place: Node, view: View): Transition["input"] {
  if (input === undefined) return undefined;
  const known = view.spec.schemas.flatMap(({ name, isEntity }) => (isEntity ? [] : [name]));
  if (known.includes(input)) return { kind: "reference", name: input, domain: view.spec.domain };
  view.problems.add("unknownName", at(place, "input"), `This document has no schema "${input}" that can be an input.`, {
    suggestion: nearest(input, known),
  });
  return undefined;
}

function timeoutsOf(
  { timeouts = {} }: StateMachineAnnotation,
  node: Node,
  transitions: readonly Transition[],
  scope: Scope,
  view: View,
  isState: (name: string, place: Node) => boolean,
): readonly Timeout[] {
  return sorted(timeouts).flatMap(([state, { after, transition }]) => {
    const place = at(node, "timeouts", state);
    const named = at(place, "transition");
    if (!isState(state, place)) return [];
    if (scope === "user")
      view.problems.add("contradiction", place, "Rows of a user cannot time out: the platform itself does not see them.");
    const found = transitions.find(({ name }) => name === transition);
    if (found === undefined) {
      const names = transitions.map(({ name }) => name);
      view.problems.add("unknownName", named, `There is no transition "${transition}".`, { suggestion: nearest(transition, names) });
      return [];
    }
    const refuse = (message: string) => view.problems.add("contradiction", named, message);
    if (!found.from.includes(state)) refuse(`${transition} does not lead out of ${state}.`);
    if (found.input !== undefined) refuse(`${transition} takes input, and the platform would have none to give.`);
    if (found.automatic) refuse(`${transition} follows by itself: nothing waits for a time-out.`);
    return [{ state, milliseconds: milliseconds(after), transition }];
  });
}

/** The fields of an entity with a machine: only transitions set its state, and the server knows when that times out. */
export function machineFields(
  fields: readonly Field[],
  machine: StateMachine | undefined,
  declared: DeclaredSchema,
  view: View,
): readonly Field[] {
  if (machine === undefined) return fields;
  const moved = fields.map((field): Field => {
    if (field.name !== machine.field) return field;
    return { ...field, server: "state", readOnly: true, required: false, nullable: false, default: machine.initial };
  });
  if (machine.timeouts.length === 0) return moved;
  if (fields.some(({ column }) => column === timesOutAt.column))
    view.problems.add("badEntity", declared.key, `"timesOutAt" is a field that the server makes: an entity whose states time out has it.`);
  const after = moved.findIndex(({ server, name }) => (server === undefined && name !== "teamId") || server === "state");
  return after === -1 ? [...moved, timesOutAt] : moved.toSpliced(after, 0, timesOutAt);
}

const timesOutAt: Field = {
  ...ordinaryField,
  ...{ name: "timesOutAt", column: "times_out_at", storage: "timestamp", nullable: true, required: false },
  ...{ schema: { kind: "string", constraints: {}, format: "date-time", binary: false }, server: "timesOutAt", readOnly: true },
  description: "When its state ends by itself; null when it does not.",
};
