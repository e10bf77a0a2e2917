import type { Location } from "../model/model.ts";
import { locate, type Span } from "../read/source.ts";
import { catalog, type ProblemName } from "./catalog.ts";

export interface Diagnostic {
  /** `AW1002`, see the catalog. */
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly location: Location;
  /** How many characters the caret underlines. */
  readonly length: number;
  /** What was probably meant. */
  readonly suggestion?: string;
  /** Other places that have a part in it. */
  readonly related?: readonly { readonly message: string; readonly location: Location }[];
}

/** A piece of a file, or a place in one. */
export type Where = Span | Location;

export interface ProblemDetail {
  readonly suggestion?: string | undefined;
  readonly related?: readonly { readonly message: string; readonly span: Where }[];
}

/** Problems after which the rest of a document still means what it says. */
const slips: ReadonlySet<ProblemName> = new Set<ProblemName>([
  "wrongType",
  "missingKey",
  "badPath",
  "duplicateName",
  "badName",
  "referenceLoop",
]);

/** Collects what is wrong: nothing is thrown at the first problem. */
export class Problems {
  readonly #found: Diagnostic[] = [];
  readonly #seen = new Set<string>();
  readonly #lenient = new Set<string>();

  /**
   * Makes slips in a file warnings, where nothing is lost but the slip itself. For documents that nobody wrote for us: a wrong
   * `deprecated` is no reason to refuse the whole of them.
   */
  beLenient(path: string): void {
    this.#lenient.add(path);
  }

  isLenient(path: string): boolean {
    return this.#lenient.has(path);
  }

  add(name: ProblemName, where: Where, message: string, { suggestion, related }: ProblemDetail = {}): void {
    const { code, severity: usual } = catalog[name];
    // A node that several references reach is still one problem.
    const location = placeOf(where);
    const severity = slips.has(name) && this.#lenient.has(location.file) ? "warning" : usual;
    const identity = identityOf({ code, location, message });
    if (this.#seen.has(identity)) return;
    this.#seen.add(identity);
    this.#found.push({
      code,
      severity,
      message,
      location,
      length: "line" in where ? 1 : Math.max(1, where.end - where.start),
      ...(suggestion === undefined ? {} : { suggestion }),
      ...(related === undefined ? {} : { related: related.map((other) => ({ message: other.message, location: placeOf(other.span) })) }),
    });
  }

  /** Takes over what others found. */
  addAll(others: Problems): void {
    for (const found of others.#found) {
      this.#seen.add(identityOf(found));
      this.#found.push(found);
    }
  }

  get failed(): boolean {
    return this.#found.some(({ severity }) => severity === "error");
  }

  /** All of them, by file and place. */
  list(): readonly Diagnostic[] {
    return this.#found.toSorted(
      (a, b) =>
        compare(a.location.file, b.location.file) ||
        a.location.line - b.location.line ||
        a.location.column - b.location.column ||
        compare(a.code, b.code) ||
        compare(a.message, b.message),
    );
  }
}

const identityOf = ({ code, location, message }: Pick<Diagnostic, "code" | "location" | "message">): string =>
  `${code} ${location.file}:${location.line}:${location.column} ${message}`;

const placeOf = (where: Where): Location => ("line" in where ? where : locate(where));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
