import type { ObjectSchema, Property, Schema } from "./json-schema.ts";
import type { Entity, NamedSchema } from "./model.ts";
import { spoken } from "./names.ts";
import { withNull } from "./nullable.ts";
import type { StateMachine } from "./state-machine.ts";

const text: Schema = { kind: "string", constraints: {}, format: undefined, binary: false };
const time: Schema = { kind: "string", constraints: {}, format: "date-time", binary: false };
const count: Schema = { kind: "number", constraints: { minimum: 1 }, integer: true, format: undefined };
const flag: Schema = { kind: "boolean" };

/** `TaskHistoryEntry`, `TaskHistory` and `TaskTransitions`: what the operations of a machine answer. */
export function machineSchemas(entity: Entity): readonly NamedSchema[] {
  const { machine, name, domain } = entity;
  if (machine === undefined) return [];
  const entry: Schema = { kind: "reference", name: `${name}HistoryEntry`, domain };
  const schemas = [
    { name: `${name}HistoryEntry`, description: `A transition that ${spoken(entity.name)} made.`, schema: entrySchema(machine) },
    {
      name: `${name}History`,
      description: `One page of the transitions of one ${spoken(entity.name)}, the oldest first.`,
      schema: object([
        property("items", { kind: "array", items: entry, constraints: {} }, ""),
        property("nextCursor", withNull(text), "Of the next page; null on the last one."),
      ]),
    },
    { name: `${name}Transitions`, description: "What the caller may do now.", schema: possibleSchema(machine) },
  ];
  return schemas.map((schema) => ({ ...schema, domain, location: machine.location }));
}

function entrySchema(machine: StateMachine): ObjectSchema {
  const state: Schema = { kind: "enum", values: machine.states };
  return object([
    property("id", text, ""),
    property("transition", { kind: "enum", values: machine.transitions.map(({ name }) => name) }, ""),
    property("from", state, ""),
    property("to", state, ""),
    property("automatic", flag, "Whether it followed by itself from the one before it, which its actor asked for."),
    property(
      "actorKind",
      { kind: "enum", values: ["user", "token", "system", "anonymous"] },
      "Whether a person did it, a service token, or the platform itself.",
    ),
    property("actor", text, "Who did it; empty for nobody."),
    property("input", { kind: "unknown", constraints: {} }, "What it was given; null without input."),
    property("at", time, ""),
    property("version", count, "The version that it led to."),
  ]);
}

function possibleSchema(machine: StateMachine): ObjectSchema {
  const state: Schema = { kind: "enum", values: machine.states };
  const choice = object([
    property("name", { kind: "enum", values: machine.transitions.map(({ name }) => name) }, ""),
    property("to", state, ""),
    property("takesInput", flag, "Whether it takes input; what is given may then still be refused."),
  ]);
  return object([property("state", state, ""), property("transitions", { kind: "array", items: choice, constraints: {} }, "")]);
}

const property = (name: string, schema: Schema, description: string): Property => ({
  ...{ name, schema, required: true, description, readOnly: false, writeOnly: false, default: undefined, deprecated: false },
});

const object = (properties: readonly Property[]): ObjectSchema => ({ kind: "object", properties, additional: true, constraints: {} });
