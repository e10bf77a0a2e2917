import type { Problems, Where } from "../diagnostics/problems.ts";

/** Names that may be taken once each. It keeps who took which first, so that a report shows both places. */
export class Taken {
  readonly #problems: Problems;
  readonly #first = new Map<string, { readonly where: Where; readonly owner: string }>();

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  take(name: string, owner: string, where: Where, message: string): void {
    const first = this.#first.get(name);
    if (first === undefined) this.#first.set(name, { where, owner });
    else this.#problems.add("duplicateName", where, message, { related: [{ message: `${first.owner} has it here.`, span: first.where }] });
  }
}
