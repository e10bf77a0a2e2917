import type { DocumentAnnotation, EntityAnnotation } from "../annotations/vocabulary.ts";
import type { Problems } from "../diagnostics/problems.ts";
import { entries, get, type MapNode, mapOf, type Node, textOf, toJson } from "../read/node.ts";
import type { Files } from "../read/references.ts";
import type { DeclaredEntity, DeclaredSchema, Registry, Spec } from "./registry.ts";

/** Collects what the documents declare. Their annotations are known to fit the vocabulary. */
export function declare(files: Files, documents: readonly MapNode[], problems: Problems): Registry {
  const specs = documents.map(declareSpec);
  const schemas = new Map<Node, DeclaredSchema>();
  const entities = new Map<string, DeclaredSchema>();
  for (const schema of specs.flatMap((spec) => spec.schemas)) {
    schemas.set(schema.node, schema);
    if (schema.entity !== undefined) entities.set(`${schema.domain}.${schema.name}`, schema);
  }
  return { files, problems, specs, schemas, entities };
}

function declareSpec(root: MapNode): Spec {
  const annotationNode = mapOf(get(root, "x-codegen"));
  const annotation = annotationNode && (toJson(annotationNode) as unknown as DocumentAnnotation);
  const domain = annotation?.domain;
  const schemas = entries(get(get(root, "components"), "schemas")).map(([name, { key, value }]) => ({
    name,
    domain,
    key,
    node: value,
    entity: declareEntity(name, value),
  }));
  return { root, annotation, annotationNode, domain, schemas };
}

function declareEntity(name: string, schema: Node): DeclaredEntity | undefined {
  const node = mapOf(get(get(schema, "x-codegen"), "entity"));
  if (node === undefined || textOf(get(node, "prefix")) === undefined) return undefined;
  return { annotation: toJson(node) as unknown as EntityAnnotation, node, idType: `${name}Id` };
}
