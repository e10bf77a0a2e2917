import { name, scalar } from "./words.ts";

/** A setting of a domain, as `config` declares it. */
export const setting = {
  type: "object",
  description: "A typed setting of the domain.",
  additionalProperties: false,
  required: ["type", "default", "env", "description"],
  properties: {
    type: { enum: ["string", "integer", "number", "boolean"], description: "What kind of value it is." },
    default: { ...scalar, description: "Its value unless told." },
    env: {
      type: "string",
      pattern: "^[A-Z][A-Z0-9_]*$",
      title: "a name in UPPER_CASE",
      description: "The environment variable that sets it.",
    },
    description: { type: "string", minLength: 1, description: "What it does, in a sentence." },
    sensitive: { type: "boolean", description: "Never shown or logged." },
    minimum: { type: "number", description: "The least number accepted." },
    maximum: { type: "number", description: "The greatest number accepted." },
    enum: { type: "array", minItems: 1, uniqueItems: true, items: { type: "string" }, description: "The texts accepted." },
    perOrganization: {
      const: true,
      description:
        "Each organization may set it for itself: code reads it with a context, and the environment says what holds for the others.",
    },
  },
} as const;

const menuEntry = {
  type: "object",
  description: "An entry of the navigation.",
  additionalProperties: false,
  required: ["id", "path", "icon", "order"],
  properties: {
    id: {
      type: "string",
      pattern: "^[a-z][A-Za-z0-9-]*$",
      title: "letters, digits and -",
      description: "What it is called in code, unique over all domains.",
    },
    path: { type: "string", pattern: "^/[A-Za-z0-9/_-]*$", title: "a path like /labels", description: "The page that it leads to." },
    icon: { type: "string", pattern: "^[a-z][a-z0-9-]*$", title: "a lucide icon's name", description: "A lucide icon." },
    order: { type: "integer", description: "Its place: lower comes first." },
    permission: { type: "string", description: "Who sees it; everybody who has signed in, unless told." },
    label: { type: "string", minLength: 1, description: "What people read; the document's title, unless told." },
  },
} as const;

/** What stands on the document. */
export const document = {
  type: "object",
  description: "On the document: the domain that it describes.",
  additionalProperties: false,
  required: ["domain"],
  properties: {
    domain: {
      type: "string",
      pattern: "^[a-z][a-z0-9]*$",
      title: "one word of lower-case letters and digits",
      description: "Folder name, permission prefix and event prefix.",
    },
    tier: { enum: ["core", "optional", "internal"], description: "Whether an installation may do without it; optional unless told." },
    requires: { type: "array", uniqueItems: true, items: { type: "string" }, description: "The only domains it may call or consume from." },
    permissions: {
      type: "object",
      additionalProperties: { type: "string", minLength: 1 },
      propertyNames: { pattern: "^[a-z][a-z0-9]*(?:\\.[a-z][A-Za-z0-9]*)+$", title: "`<domain>.<name>`" },
      description: "Name to the sentence shown to people.",
    },
    roles: {
      type: "object",
      additionalProperties: { type: "array", uniqueItems: true, items: { type: "string" } },
      propertyNames: { pattern: "^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$", title: "a name in snake_case" },
      description: "Which roles get which permissions: the built-in ones (owner, admin, member, viewer), and those that the domain brings.",
    },
    config: { type: "object", additionalProperties: setting, propertyNames: name, description: "Typed settings." },
    consumes: {
      type: "array",
      uniqueItems: true,
      items: { type: "string" },
      description: "Events of its own, or of required domains, that hand-written code handles.",
    },
    features: {
      type: "array",
      uniqueItems: true,
      items: name,
      description: "What can be switched off for an organization; operations name them with `feature`.",
    },
    menu: { type: "array", items: menuEntry, description: "Its entries in the navigation." },
  },
} as const;
