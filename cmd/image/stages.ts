import { DockerfileParser, type From, type Instruction, type JSONInstruction, type PropertyInstruction } from "dockerfile-ast";

/** One `FROM` of a Dockerfile, and what stands below it, in order. */
export interface Stage {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** An instruction taken apart: its flags, its words (those of a JSON array, where it is one), and its text without flags. */
export interface Step {
  readonly keyword: string;
  readonly flags: Readonly<Record<string, string>>;
  readonly words: readonly string[];
  readonly text: string;
  /** What an ENV, an ARG or a LABEL sets. */
  readonly pairs: Readonly<Record<string, string>>;
  readonly line: number;
}

/** The stages of a Dockerfile, in order; one without a name has its number. */
export function stagesOf(dockerfile: string): readonly Stage[] {
  const stages: { name: string; steps: Step[] }[] = [];
  for (const instruction of DockerfileParser.parse(dockerfile).getInstructions()) {
    if (instruction.getKeyword() === "FROM")
      stages.push({ name: (instruction as From).getBuildStage() ?? String(stages.length), steps: [] });
    else stages.at(-1)?.steps.push(stepOf(instruction));
  }
  return stages;
}

/** The step that holds for a stage: the last of its kind. */
export const lastOf = ({ steps }: Stage, keyword: string): Step | undefined => steps.findLast((step) => step.keyword === keyword);

function stepOf(instruction: Instruction): Step {
  // Each kind of instruction knows only what it can have.
  const { getFlags, getJSONStrings, getProperties } = instruction as Partial<JSONInstruction & PropertyInstruction>;
  const flags = getFlags?.call(instruction) ?? [];
  const json = getJSONStrings?.call(instruction) ?? [];
  const keyword = instruction.getKeyword();
  const text = (instruction.getArgumentsContent() ?? "").replace(/^(--\S+\s+)+/, "");
  const check = keyword === "HEALTHCHECK" ? /^CMD\s+(\[.*\])$/.exec(text)?.[1] : undefined;
  const plain = json.length > 0 ? json.map((word) => word.getJSONValue()) : instruction.getArguments().map((word) => word.getValue());
  return {
    keyword,
    flags: Object.fromEntries(flags.map((flag) => [flag.getName(), flag.getValue() ?? ""])),
    words: check === undefined ? plain : JSON.parse(check),
    text,
    pairs: Object.fromEntries((getProperties?.call(instruction) ?? []).map((pair) => [pair.getName(), pair.getValue() ?? ""])),
    line: instruction.getRange().start.line + 1,
  };
}
