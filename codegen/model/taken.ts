import type { Problems, Where } from "../diagnostics/problems.ts";

/** Names that may be taken once each. It keeps who took which first, so that a report shows both places. */
export class Taken {
  readonly #problems: Problems;
  readonly #reported = new Set<string>();
  readonly #first = new Map<string, { readonly where: Where; readonly owner: string }>();

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  take(name: string, owner: string, where: Where, message: string): void {
    const first = this.#first.get(name);
    if (first === undefined) {
      this.#first.set(name, { where, owner });
      return;
    }
    // Two entities of one name share all that is made of it: that is still one clash.
    const pair = `${placeOf(where)} ${placeOf(first.where)}`;
    if (this.#reported.has(pair)) return;
    this.#reported.add(pair);
    this.#problems.add("duplicateName", where, message, { related: [{ message: `${first.owner} has it here.`, span: first.where }] });
  }
}

const placeOf = (where: Where): string =>
  "line" in where ? `${where.file}:${where.line}:${where.column}` : `${where.file.path}@${where.start}`;
