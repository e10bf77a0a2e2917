/** One kind of problem: what it is called, why it arises and what to do about it. */
export interface CatalogEntry {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly title: string;
  readonly cause: string;
  readonly fix: string;
}

/** Every problem that the generator can report. AW1: reading; AW2: annotations; AW3: what the specs mean together. */
export const catalog = {
  badYaml: {
    code: "AW1001",
    severity: "error",
    title: "Not valid YAML or JSON",
    cause: "The file breaks the syntax of YAML 1.2, or holds a value that JSON does not have.",
    fix: "Correct the syntax at the place shown. Text with special characters goes into quotes.",
  },
  duplicateKey: {
    code: "AW1002",
    severity: "error",
    title: "A key stands twice",
    cause: "A mapping has the same key more than once, so that one of the two values would be lost.",
    fix: "Remove or rename one of them.",
  },
  badAlias: {
    code: "AW1003",
    severity: "error",
    title: "A YAML alias that cannot be followed",
    cause: "The alias stands inside its own anchor, before it, or the aliases of the file multiply beyond measure.",
    fix: "Write the value out, or use $ref, which may be recursive.",
  },
  tooDeep: {
    code: "AW1004",
    severity: "error",
    title: "Nested too deeply",
    cause: "Values are nested deeper than any real description of an API is.",
    fix: "Move inner schemas to components.schemas and refer to them.",
  },
  badDocument: {
    code: "AW1005",
    severity: "error",
    title: "Not an OpenAPI 3.1 document",
    cause: "The file is empty, is no mapping, or is written for another version of OpenAPI.",
    fix: "Begin the file with `openapi: 3.1.1`, and convert documents of older versions first.",
  },
  badReference: {
    code: "AW1006",
    severity: "error",
    title: "A reference that points to nothing",
    cause: "The file or the place that $ref names does not exist, or is not of the kind that is needed there.",
    fix: "Correct the reference. It is a path relative to the file it stands in, `#`, and a JSON Pointer.",
  },
  referenceLoop: {
    code: "AW1007",
    severity: "error",
    title: "References that only lead to each other",
    cause: "Following the reference comes back to itself without meeting a value, or expands without end.",
    fix: "Let one of them hold the value. A recursive schema must be a named one, in components.schemas.",
  },
  wrongType: {
    code: "AW1008",
    severity: "error",
    title: "A value of the wrong kind",
    cause: "OpenAPI or JSON Schema wants another kind of value at this place.",
    fix: "Give the kind of value that the message names.",
  },
  missingKey: {
    code: "AW1009",
    severity: "error",
    title: "A required key is missing",
    cause: "OpenAPI demands the key, or the generator needs it to give things a name.",
    fix: "Add the key.",
  },
  unknownKeyword: {
    code: "AW1010",
    severity: "warning",
    title: "A key that OpenAPI does not know",
    cause: "The key has no meaning at this place in OpenAPI 3.1. Most often it is misspelt or indented wrongly.",
    fix: "Correct or remove it. Keys of your own begin with `x-`.",
  },
  notSupported: {
    code: "AW1011",
    severity: "error",
    title: "OpenAPI that cannot be generated yet",
    cause: "The document is right, but the generator has no faithful translation of this part.",
    fix: "Describe it in another way, as the message proposes.",
  },
  badName: {
    code: "AW1012",
    severity: "error",
    title: "A name that code cannot have",
    cause: "The name becomes one of a type, method or variable, and holds characters that such names cannot have.",
    fix: "Write it in PascalCase (schemas) or camelCase (operations), of letters and digits.",
  },
  unknownAnnotation: {
    code: "AW2001",
    severity: "error",
    title: "An annotation that does not exist",
    cause: "x-codegen holds a key that its vocabulary does not have.",
    fix: "Correct the key. Notes of your own go beside x-codegen, under another `x-` key.",
  },
  misplacedAnnotation: {
    code: "AW2002",
    severity: "error",
    title: "An annotation in the wrong place",
    cause: "The key exists, but has no effect where it stands.",
    fix: "Move it to where the message says, or remove it.",
  },
  annotationNotYet: {
    code: "AW2003",
    severity: "error",
    title: "An annotation that has no effect yet",
    cause: "The vocabulary has the key, but nothing is generated from it so far.",
    fix: "Remove it until it is supported; it is refused so that nobody relies on it.",
  },
  badAnnotation: {
    code: "AW2004",
    severity: "error",
    title: "An annotation with a wrong value",
    cause: "The value is not of the kind that the vocabulary wants, or says something impossible.",
    fix: "Give a value as the message says.",
  },
  missingAnnotation: {
    code: "AW2005",
    severity: "error",
    title: "A required annotation is missing",
    cause: "Without the key the generator would have to guess.",
    fix: "Add the key.",
  },
  unknownName: {
    code: "AW2006",
    severity: "error",
    title: "A name that nothing has",
    cause: "An annotation names a permission, role, field, entity, domain or event that no spec declares.",
    fix: "Correct the name, or declare what it names.",
  },
  openOperation: {
    code: "AW2007",
    severity: "error",
    title: "An operation without a permission",
    cause: "Nothing says who may call the operation. Whatever is not allowed is denied, so it could never be called.",
    fix: "Give it `x-codegen: { permission: … }`, or `{ permission: authenticated }`, or `{ public: true }`, or `{ internal: true }` when only other domains call it.",
  },
  contradiction: {
    code: "AW2008",
    severity: "error",
    title: "Annotations that contradict each other",
    cause: "Two keys, or a key and the description beside it, cannot both hold.",
    fix: "Keep one of the two.",
  },
  noDomain: {
    code: "AW2009",
    severity: "error",
    title: "A document without a domain",
    cause: "The document has operations, but nothing says which domain they belong to.",
    fix: "Add `x-codegen: { domain: <name>, tier: optional }` at the top of the document.",
  },
  duplicateName: {
    code: "AW3001",
    severity: "error",
    title: "Two things with one name",
    cause: "A name, path, prefix, table or setting is taken twice, or clashes with a name that is derived from another.",
    fix: "Rename one of them.",
  },
  requiresCycle: {
    code: "AW3002",
    severity: "error",
    title: "Domains that require each other",
    cause: "Following `requires` leads back to the same domain, so that neither could exist without the other.",
    fix: "Remove one direction, or move what both need into a domain of its own.",
  },
  notRequired: {
    code: "AW3003",
    severity: "error",
    title: "A domain used without requiring it",
    cause:
      "A domain may refer to schemas, and consume events, only of the domains in its `requires`; and one that is always there may not depend on one that is not.",
    fix: "Add the domain to `requires`, or do without it.",
  },
  badEntity: {
    code: "AW3004",
    severity: "error",
    title: "A schema that cannot be an entity",
    cause: "An entity is a plain object with properties of its own; the names of the server's fields are taken.",
    fix: "Declare the properties in the schema itself, under other names than those of the server's fields.",
  },
  badFieldUse: {
    code: "AW3005",
    severity: "error",
    title: "A field used for what it cannot do",
    cause: "Objects, lists and sensitive fields cannot be compared or sorted by.",
    fix: "Choose another field.",
  },
  badPath: {
    code: "AW3006",
    severity: "error",
    title: "A path that does not fit its parameters",
    cause: "The names in braces and the path parameters must be the same.",
    fix: "Declare each `{name}` of the path as a parameter `in: path`, and no other.",
  },
  unusedDeclaration: {
    code: "AW4001",
    severity: "warning",
    title: "A declaration that nothing uses",
    cause: "The document declares a permission or feature that none of its operations asks for.",
    fix: "Remove it, or name it on the operations that it is for.",
  },
  sameSentence: {
    code: "AW4002",
    severity: "warning",
    title: "Two permissions with one sentence",
    cause: "People choose permissions by their sentences, and cannot tell these two apart.",
    fix: "Say in each sentence what only that permission allows.",
  },
} as const satisfies Readonly<Record<string, CatalogEntry>>;

export type ProblemName = keyof typeof catalog;
