import type { Node } from "../read/node.ts";
import type { Span } from "../read/source.ts";
import { typeName } from "./plain-names.ts";
import type { DeclaredSchema } from "./registry.ts";

/** Schemas that references lead to outside of components.schemas: parts of other schemas, and files of their own. They get names, so that they can contain themselves. */
export class Hoisted {
  readonly #domain: string | undefined;
  readonly #take: (wanted: string) => string;
  readonly #declared: (schema: DeclaredSchema) => void;
  readonly #found = new Map<Node, DeclaredSchema>();

  /** `take` gives a type name that nothing else of the document has; `declared` is told of each. */
  constructor(domain: string | undefined, take: (wanted: string) => string, declared: (schema: DeclaredSchema) => void) {
    this.#domain = domain;
    this.#take = take;
    this.#declared = declared;
  }

  /** The name of a schema that `reference` leads to. */
  nameOf(node: Node, reference: string, key: Span): DeclaredSchema {
    const known = this.#found.get(node);
    if (known !== undefined) return known;
    const name = this.#take(wantedName(reference));
    const declared = { name, written: name, domain: this.#domain, key, node, isEntity: false, entity: undefined };
    this.#found.set(node, declared);
    this.#declared(declared);
    return declared;
  }

  /** All so far, in the order in which they were met. */
  list(): readonly DeclaredSchema[] {
    return [...this.#found.values()];
  }
}

const structural = new Set(
  "schema schemas items properties content responses requestBody parameters paths components definitions $defs allOf anyOf oneOf additionalProperties".split(
    " ",
  ),
);

/** The last part of a reference that names something: `#/$defs/pet-id` is `PetId`, `schemas/Pet.yaml` is `Pet`. */
function wantedName(reference: string): string {
  const [address = "", fragment = ""] = reference.split("#");
  const steps = fragment.split("/").filter((step) => step !== "" && !structural.has(step) && !/^\d+$/.test(step) && !step.includes("~1"));
  const file = (address.split("/").at(-1) ?? "").replace(/\.(?:ya?ml|json)$/, "");
  const name = steps.at(-1) ?? file;
  return typeName(name === "" ? "Unnamed" : name);
}
