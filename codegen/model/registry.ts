import type { DocumentAnnotation, EntityAnnotation, StateMachineAnnotation } from "../annotations/vocabulary.ts";
import type { Problems } from "../diagnostics/problems.ts";
import type { MapNode, Node } from "../read/node.ts";
import type { Files } from "../read/references.ts";
import type { Span } from "../read/source.ts";
import type { Hoisted } from "./hoisted.ts";
import type { Json, Schema } from "./json-schema.ts";
import type { PlainNames } from "./plain-names.ts";

/** One document, with its annotation when it is a domain's. */
export interface Spec {
  readonly root: MapNode;
  readonly version: "3.0" | "3.1";
  /** Whether nobody annotated it: its names are then made fit for code, and its annotation is the one that plain.ts makes. */
  readonly plain: boolean;
  /** Only of a plain document. */
  readonly names: PlainNames | undefined;
  readonly annotation: DocumentAnnotation | undefined;
  /** The mapping under the document's x-codegen. */
  readonly annotationNode: MapNode | undefined;
  readonly domain: string | undefined;
  readonly schemas: readonly DeclaredSchema[];
}

/** An entry of components.schemas. */
export interface DeclaredSchema {
  /** In code. */
  readonly name: string;
  /** In the document. */
  readonly written: string;
  readonly domain: string | undefined;
  readonly key: Span;
  readonly node: Node;
  /** Whether it says that it is an entity, be it rightly or not. */
  readonly isEntity: boolean;
  /** Undefined too when what it says is unsound. */
  readonly entity: DeclaredEntity | undefined;
}

export interface DeclaredEntity {
  readonly annotation: EntityAnnotation;
  readonly node: MapNode;
  readonly idType: string;
  readonly machine: StateMachineAnnotation | undefined;
}

/** What all documents declare, known before anything is built from it. */
export interface Registry {
  /** What is sound of every annotation, by its node. */
  readonly annotations: ReadonlyMap<Node, Json>;
  readonly files: Files;
  readonly problems: Problems;
  readonly specs: readonly Spec[];
  /** By the schema's node, so that a reference finds it whatever way it was written. */
  readonly schemas: ReadonlyMap<Node, DeclaredSchema>;
  /** By `domain.Entity`. */
  readonly entities: ReadonlyMap<string, DeclaredSchema>;
}

/** The registry, seen from one document. */
export interface View extends Registry {
  readonly spec: Spec;
  /** What a reference stands for in the end; any other schema itself. Not while a schema is being made: it could be that one. */
  readonly resolve: (schema: Schema) => Schema;
  /** Schemas without a name of their own that references of this document lead to, and the names that they were given. */
  readonly hoisted: Hoisted;
  /** Domains whose schemas a plain document refers to: it requires them, though it cannot say so. */
  readonly required: Set<string>;
  /** Checks that need to resolve references, put off until the schemas are made. */
  readonly later: (() => void)[];
}
