/** A state machine as its spec declares it, checked when it was generated. */
export interface StateMachine<State extends string = string, Name extends string = string> {
  /** The entity, as sentences name it. */
  readonly entity: string;
  /** Whether its entities belong to organizations. */
  readonly tenant: boolean;
  readonly transitions: Readonly<Record<Name, Transition<State>>>;
  /** The states that end by themselves: after so many milliseconds by this transition. */
  readonly timeouts: { readonly [In in State]?: { readonly after: number; readonly transition: Name } };
}

export interface Transition<State extends string = string> {
  readonly from: readonly State[];
  /** Absent: the state stays as it is. */
  readonly to?: State;
  /** Roles of the caller's token; `system` is the platform itself. Of an automatic transition none. */
  readonly allow: readonly string[];
  /** Whether the entity goes on by it as soon as it is in the state. */
  readonly automatic?: boolean;
  /** Whether it takes input: who asks what is possible then learns of it without its guard being asked. */
  readonly takesInput?: boolean;
  /** Where the spec says so: `openapi/tasks.yaml:41`. */
  readonly place: string;
}

/** What a guard finds: true, or the sentence that tells a person why not. */
export type Verdict = true | string;
