import type { Problems } from "../diagnostics/problems.ts";
import { at, type Node } from "../read/node.ts";
import type { StateMachine, Transition } from "./state-machine.ts";

/** Checks that every state can be come to and left, that nothing leaves where all ends, and that what follows by itself is certain and ends. */
export function checkMachine(machine: StateMachine, node: Node, problems: Problems): void {
  const { states, initial, terminal, transitions } = machine;
  const placeOf = (transition: Transition): Node => at(node, "transitions", transition.name);
  checkReach(machine, node, problems);
  for (const state of states.filter((name) => !terminal.includes(name))) {
    if (transitions.some(({ from, to }) => from.includes(state) && to !== undefined && to !== state)) continue;
    problems.add("deadEnd", at(node, "field"), `Nothing leads out of the state ${state}, and it is not among \`terminal\`.`);
  }
  for (const transition of transitions) {
    for (const state of transition.from.filter((name) => terminal.includes(name))) {
      const place = at(placeOf(transition), "from", ...indexOf(placeOf(transition), state));
      problems.add("leavesTerminal", place, `${transition.name} leads out of ${state}, which is terminal.`);
    }
  }
  const automatic = transitions.filter((transition) => transition.automatic);
  for (const transition of automatic) {
    if (transition.from.includes(initial)) {
      const message = `${transition.name} leads out of the initial state by itself, so that nothing would ever begin there.`;
      problems.add("contradiction", placeOf(transition), message);
    }
    if (transition.to === undefined)
      problems.add("automaticCycle", placeOf(transition), `${transition.name} stays where it is, and would follow itself without end.`);
    const rivals = automatic.filter((other) => other.name < transition.name && other.from.some((state) => transition.from.includes(state)));
    for (const rival of rivals.filter(({ guard }) => guard === undefined || transition.guard === undefined)) {
      const shared = rival.from.filter((state) => transition.from.includes(state)).join(", ");
      const message = `Both ${rival.name} and ${transition.name} would follow by themselves from ${shared}, and not each has a guard.`;
      problems.add("ambiguousTransition", placeOf(transition), message, {
        related: [{ message: `${rival.name} stands here.`, span: placeOf(rival) }],
      });
    }
  }
  checkCycles(automatic, placeOf, problems);
  for (const { state } of machine.timeouts) {
    const leaving = automatic.find(({ from, guard }) => from.includes(state) && guard === undefined);
    if (leaving === undefined) continue;
    problems.add("contradiction", at(node, "timeouts", state), `${state} never lasts: ${leaving.name} leads out of it by itself.`);
  }
}

function checkReach({ states, initial, transitions }: StateMachine, node: Node, problems: Problems): void {
  const reached = new Set([initial]);
  // A set grows while it is walked.
  for (const state of reached) {
    for (const { from, to } of transitions) if (to !== undefined && from.includes(state)) reached.add(to);
  }
  for (const state of states.filter((name) => !reached.has(name))) {
    problems.add("unreachableState", at(node, "field"), `No transitions lead from ${initial} to the state ${state}.`);
  }
}

/** Finds automatic transitions that lead back to where they began. */
function checkCycles(automatic: readonly Transition[], placeOf: (transition: Transition) => Node, problems: Problems): void {
  const done = new Set<string>();
  const visit = (state: string, trail: readonly { readonly state: string; readonly by: Transition }[]): void => {
    const start = trail.findIndex((step) => step.state === state);
    if (start !== -1) {
      const steps = trail.slice(start);
      const [first] = steps;
      const names = steps.map((step) => step.by.name).join(", then ");
      if (first !== undefined)
        problems.add("automaticCycle", placeOf(first.by), `From ${state}, ${names} lead back to ${state}, by themselves.`);
      return;
    }
    if (done.has(state)) return;
    for (const by of automatic) if (by.to !== undefined && by.from.includes(state)) visit(by.to, [...trail, { state, by }]);
    done.add(state);
  };
  for (const { from } of automatic) for (const state of from) visit(state, []);
}

const indexOf = (transition: Node, state: string): readonly number[] => {
  const from = at(transition, "from");
  const index = from.kind === "list" ? from.items.findIndex((item) => item.kind === "scalar" && item.value === state) : -1;
  return index === -1 ? [] : [index];
};
