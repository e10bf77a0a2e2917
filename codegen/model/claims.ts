/** Names that are taken once each. */
export class Claims {
  readonly #taken: Set<string>;
  /** The next number to try for a name: counting from 2 each time would take forever where thousands want one name. */
  readonly #numbers = new Map<string, number>();

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  has(name: string): boolean {
    return this.#taken.has(name);
  }

  /** The name itself, or with the least number from 2 that makes it free. */
  claim(wanted: string): string {
    let name = wanted;
    let number = this.#numbers.get(wanted) ?? 2;
    while (this.#taken.has(name)) name = `${wanted}${number++}`;
    this.#numbers.set(wanted, number);
    this.#taken.add(name);
    return name;
  }
}
