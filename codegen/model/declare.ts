import type { DocumentAnnotation, EntityAnnotation, StateMachineAnnotation } from "../annotations/vocabulary.ts";
import type { Problems } from "../diagnostics/problems.ts";
import type { Document } from "../read/documents.ts";
import { entries, get, type MapNode, mapOf, type Node, textOf } from "../read/node.ts";
import { type Files, resolve } from "../read/references.ts";
import { Claims } from "./claims.ts";
import type { Json } from "./json-schema.ts";
import { pascalCase } from "./names.ts";
import { domainName, plainAnnotation } from "./plain.ts";
import { plainNames, wantedNames } from "./plain-names.ts";
import type { DeclaredEntity, DeclaredSchema, Registry, Spec } from "./registry.ts";

interface SchemaAnnotation {
  readonly entity?: EntityAnnotation;
  readonly stateMachine?: StateMachineAnnotation;
}

type Annotations = ReadonlyMap<Node, Json>;

/** Collects what the documents declare, by what is sound of their annotations. */
export function declare(files: Files, documents: readonly Document[], annotations: Annotations, problems: Problems): Registry {
  const domains = plainDomains(documents, problems);
  const specs = namedPlainly(
    documents.map((document, index) => declareSpec(document, domains[index], annotations)),
    files,
    problems,
  );
  const schemas = new Map<Node, DeclaredSchema>();
  const entities = new Map<string, DeclaredSchema>();
  for (const schema of specs.flatMap((spec) => spec.schemas)) {
    schemas.set(schema.node, schema);
    if (schema.isEntity) entities.set(`${schema.domain}.${schema.name}`, schema);
  }
  return { annotations, files, problems, specs, schemas, entities };
}

/** Whether a document without annotations is a domain; without operations it is what others share, and its schemas belong to none. */
const isDomain = ({ root, plain }: Document): boolean =>
  plain && (get(root, "x-codegen")?.kind === "map" || root.entries.has("paths") || root.entries.has("webhooks"));

/** What the domains of documents without annotations are called: as their files, and where several files have one name, as their folders too. */
function plainDomains(documents: readonly Document[], problems: Problems): readonly (string | undefined)[] {
  const said = ({ root }: Document): string | undefined => textOf(get(get(root, "x-codegen"), "domain"));
  const claims = new Claims(documents.flatMap((document) => said(document) ?? []));
  return documents.map((document) => {
    if (!isDomain(document)) return undefined;
    const { path } = document.root.file;
    const wanted = domainName(path);
    const domain = said(document) ?? claims.claim(claims.has(wanted) ? domainName(path.split("/").slice(-2).join("")) : wanted);
    if (said(document) === undefined && domain !== wanted) {
      const start = { ...document.root, end: document.root.start };
      problems.add("renamed", start, `This document's domain is called ${domain} in code: ${wanted} is taken.`);
    }
    return domain;
  });
}

function declareSpec({ root, version, plain }: Document, plainDomain: string | undefined, annotations: Annotations): Spec {
  const annotationNode = mapOf(get(root, "x-codegen"));
  const schemas = entries(get(get(root, "components"), "schemas"));
  if (plainDomain !== undefined) {
    const domain = plainDomain;
    const annotation = plainAnnotation(root, domain);
    const declared = schemas.map(([name, { key, value }]) => ({
      name,
      written: name,
      domain,
      key,
      node: value,
      isEntity: false,
      entity: undefined,
    }));
    return { root, version, plain: true, annotation, annotationNode: annotationNode ?? root, domain, schemas: declared, names: undefined };
  }
  const shared = schemas.map(([name, { key, value }]) => ({
    name,
    written: name,
    domain: undefined,
    key,
    node: value,
    isEntity: false,
    entity: undefined,
  }));
  if (plain)
    return {
      root,
      version,
      plain: true,
      annotation: undefined,
      annotationNode: undefined,
      domain: undefined,
      schemas: shared,
      names: undefined,
    };
  // The vocabulary's check has proven the type.
  const annotation = annotationNode && (annotations.get(annotationNode) as DocumentAnnotation | undefined);
  const domain = annotation?.domain;
  const declared = schemas.map(([name, { key, value }]) => {
    const node = mapOf(get(get(value, "x-codegen"), "entity"));
    const entity = node && declareEntity(name, value, node, annotations);
    return { name, written: name, domain, key, node: value, isEntity: node !== undefined, entity };
  });
  return { root, version, plain: false, annotation, annotationNode, domain, schemas: declared, names: undefined };
}

/** Gives plain documents names that are fit for code, and clear of those that others have. */
function namedPlainly(specs: readonly Spec[], files: Files, problems: Problems): readonly Spec[] {
  if (!specs.some((spec) => spec.plain)) return specs;
  const resolved = (node: Node): Node | undefined => resolve(node, files, problems);
  const wanted = new Map(specs.map((spec) => [spec, wantedNames(spec.root, resolved)]));
  return specs.map((spec) => {
    if (!spec.plain) return spec;
    const elsewhere = new Set([...wanted].flatMap(([other, names]) => (other === spec ? [] : names)));
    const names = plainNames(spec.root, pascalCase(spec.domain ?? domainName(spec.root.file.path)), elsewhere, resolved, problems);
    return { ...spec, names, schemas: spec.schemas.map((schema) => ({ ...schema, name: names.schemas.get(schema.name) ?? schema.name })) };
  });
}

function declareEntity(name: string, schema: Node, node: MapNode, annotations: Annotations): DeclaredEntity | undefined {
  const place = get(schema, "x-codegen");
  const found = place && (annotations.get(place) as SchemaAnnotation | undefined);
  return found?.entity && { annotation: found.entity, node, idType: `${name}Id`, machine: found.stateMachine };
}
