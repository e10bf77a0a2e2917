import type { Schema } from "./json-schema.ts";
import type { Location } from "./model.ts";

/** The states of an entity, and what leads from one to another. */
export interface StateMachine {
  /** The field that holds the state. */
  readonly field: string;
  /** As the field's enum lists them. */
  readonly states: readonly string[];
  readonly initial: string;
  readonly terminal: readonly string[];
  /** By name. */
  readonly transitions: readonly Transition[];
  /** In the order of the states. */
  readonly timeouts: readonly Timeout[];
  readonly location: Location;
}

export interface Transition {
  /** `reject_design` */
  readonly name: string;
  /** `rejectDesign`, in operations and events. */
  readonly variable: string;
  /** `*` is spelled out: every state that is not terminal. */
  readonly from: readonly string[];
  /** undefined: it stays in the state it is in. */
  readonly to: string | undefined;
  /** Roles, and `system` for the platform itself; empty when automatic. */
  readonly allow: readonly string[];
  readonly input: Extract<Schema, { kind: "reference" }> | undefined;
  /** The condition's name in hand-written code. */
  readonly guard: string | undefined;
  /** It follows by itself. */
  readonly automatic: boolean;
  readonly location: Location;
}

export interface Timeout {
  readonly state: string;
  readonly milliseconds: number;
  readonly transition: string;
}

/** Which operation of a machine it is. */
export type MachineOperation =
  | { readonly kind: "transition"; readonly entity: string; readonly transition: string; readonly roles: readonly string[] }
  | { readonly kind: "history"; readonly entity: string }
  | { readonly kind: "transitions"; readonly entity: string };
