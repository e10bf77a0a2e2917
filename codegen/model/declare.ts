import type { DocumentAnnotation, EntityAnnotation, StateMachineAnnotation } from "../annotations/vocabulary.ts";
import type { Problems } from "../diagnostics/problems.ts";
import { entries, get, type MapNode, mapOf, type Node } from "../read/node.ts";
import type { Files } from "../read/references.ts";
import type { Json } from "./model.ts";
import type { DeclaredEntity, DeclaredSchema, Registry, Spec } from "./registry.ts";

interface SchemaAnnotation {
  readonly entity?: EntityAnnotation;
  readonly stateMachine?: StateMachineAnnotation;
}

type Annotations = ReadonlyMap<Node, Json>;

/** Collects what the documents declare, by what is sound of their annotations. */
export function declare(files: Files, documents: readonly MapNode[], annotations: Annotations, problems: Problems): Registry {
  const specs = documents.map((root) => declareSpec(root, annotations));
  const schemas = new Map<Node, DeclaredSchema>();
  const entities = new Map<string, DeclaredSchema>();
  for (const schema of specs.flatMap((spec) => spec.schemas)) {
    schemas.set(schema.node, schema);
    if (schema.isEntity) entities.set(`${schema.domain}.${schema.name}`, schema);
  }
  return { annotations, files, problems, specs, schemas, entities };
}

function declareSpec(root: MapNode, annotations: Annotations): Spec {
  const annotationNode = mapOf(get(root, "x-codegen"));
  // The vocabulary's check has proven the type.
  const annotation = annotationNode && (annotations.get(annotationNode) as DocumentAnnotation | undefined);
  const domain = annotation?.domain;
  const schemas = entries(get(get(root, "components"), "schemas")).map(([name, { key, value }]) => {
    const node = mapOf(get(get(value, "x-codegen"), "entity"));
    return { name, domain, key, node: value, isEntity: node !== undefined, entity: node && declareEntity(name, value, node, annotations) };
  });
  return { root, annotation, annotationNode, domain, schemas };
}

function declareEntity(name: string, schema: Node, node: MapNode, annotations: Annotations): DeclaredEntity | undefined {
  const place = get(schema, "x-codegen");
  const found = place && (annotations.get(place) as SchemaAnnotation | undefined);
  return found?.entity && { annotation: found.entity, node, idType: `${name}Id`, machine: found.stateMachine };
}
