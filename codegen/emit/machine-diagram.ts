import type { Entity } from "../model/model.ts";
import type { StateMachine } from "../model/state-machine.ts";
import type { DomainEmitter } from "./emitter.ts";
import { moving } from "./machine.ts";

/** The machines of a domain as people read them: a picture and a table for each. */
export const emitMachineDiagram: DomainEmitter = (domain) => {
  const entities = moving(domain);
  if (entities.length === 0) return undefined;
  const parts = entities.map(
    ({ name, machine }) => `## ${name}\n\n\`\`\`mermaid\n${machineDiagram(machine)}\n\`\`\`\n\n${transitionTable(machine)}`,
  );
  const head = `<!-- Made from openapi/${domain.name}.yaml. Do not edit: change the spec and run \`npm run generate\`. -->\n# States of ${domain.name}`;
  return { path: `generated/${domain.name}/machine.md`, text: `${[head, ...parts].join("\n\n")}\n` };
};

/** A machine as a Mermaid state diagram. A state's name is text of a spec: it stands in quotes, under an id that cannot break out. */
export function machineDiagram({ states, initial, terminal, transitions, timeouts }: StateMachine): string {
  const id = (state: string): string => `s${states.indexOf(state)}`;
  const lines = transitions.flatMap(({ name, from, to, automatic, guard }) => {
    const label = `${name}${automatic ? " (by itself)" : ""}${guard === undefined ? "" : ` [${guard}]`}`;
    return from.map((state) => `${id(state)} --> ${id(to ?? state)}: ${label}`);
  });
  return [
    "stateDiagram-v2",
    ...states.map((state) => `state "${quoted(state)}" as ${id(state)}`),
    `[*] --> ${id(initial)}`,
    ...lines,
    ...terminal.map((state) => `${id(state)} --> [*]`),
    ...timeouts.flatMap(({ state, milliseconds, transition }) => [
      `note right of ${id(state)}`,
      `  after ${duration(milliseconds)}: ${transition}`,
      "end note",
    ]),
  ]
    .map((line, index) => (index === 0 ? line : `  ${line}`))
    .join("\n");
}

function transitionTable({ transitions }: NonNullable<Entity["machine"]>): string {
  const rows = transitions.map(({ name, from, to, allow, automatic, guard, input }) =>
    [name, from.join(", "), to ?? "the same", automatic ? "by itself" : allow.join(", "), guard ?? "", input?.name ?? ""]
      .map(cell)
      .join(" | "),
  );
  return ["Transition | From | To | Roles | Guard | Input", "--- | --- | --- | --- | --- | ---", ...rows]
    .map((row) => `| ${row} |`)
    .join("\n");
}

const cell = (text: string): string => text.replaceAll(/[\\|`<>&[\]*_]/g, (char) => `&#${char.charCodeAt(0)};`).replaceAll(/\s+/g, " ");
const quoted = (text: string): string => text.replaceAll(/["\\#;<>&]/g, (char) => `#${char.charCodeAt(0)};`).replaceAll(/\s+/g, " ");

function duration(milliseconds: number): string {
  const units = [
    ["d", 86_400_000],
    ["h", 3_600_000],
    ["m", 60_000],
  ] as const;
  const [unit, size] = units.find(([, length]) => milliseconds % length === 0) ?? ["s", 1_000];
  return `${milliseconds / size}${unit}`;
}
