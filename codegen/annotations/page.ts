import type { Json } from "../model/json-schema.ts";
import type { Rule } from "./check.ts";
import { vocabulary } from "./vocabulary.ts";

const { document, schema, property, operation } = vocabulary.$defs;
const { entity, stateMachine } = schema.properties;

const chapters: readonly { readonly title: string; readonly text: string; readonly rule: Rule }[] = [
  { title: "On the document", text: "The domain that the file describes.", rule: document },
  { title: "On a schema: `entity`", text: entity.description, rule: entity },
  { title: "On a schema: `stateMachine`", text: `Beside \`entity\`. ${stateMachine.description}`, rule: stateMachine },
  { title: "On a property", text: "Most keys have an effect only on the properties of an entity.", rule: property },
  {
    title: "On an operation",
    text: "Every operation says who may call it. Under `webhooks`, `event` makes one an event.",
    rule: operation,
  },
];

/** The reference page of the vocabulary: every key, what it takes, and what it does. */
export function annotationsPage(): string {
  const head = [
    "# Annotations",
    [
      "What `x-codegen` can say, and where. Every key has an effect or is refused, with the place in the file and a code",
      "([diagnostics](diagnostics.md)). Annotations stand in the spec itself, or in an [OpenAPI Overlay](https://spec.openapis.org/overlay/)",
      "beside it (`labels.overlay.yaml` for `labels.yaml`). This page is made from the vocabulary by `npm run reference`.",
    ].join("\n"),
    [
      "Editors with a YAML language server complete and check the keys when a spec begins with",
      "`# yaml-language-server: $schema=../generated/x-codegen.schema.json`; `generate` writes that file from the same vocabulary.",
    ].join("\n"),
  ];
  const parts = chapters.flatMap(({ title, text, rule }) => [`## ${title}`, text, table(rule)]);
  return `${[...head, ...parts].join("\n\n")}\n`;
}

function table(rule: Rule): string {
  const lines = rowsOf(rule, "").map(({ path, takes, effect }) => `| \`${path}\` | ${cell(takes)} | ${cell(effect)} |`);
  return ["| Key | Takes | Effect |", "| --- | ----- | ------ |", ...lines].join("\n");
}

interface Row {
  readonly path: string;
  readonly takes: string;
  readonly effect: string;
}

/** A row for each key, those inside of others after them: `cache`, `cache.ttl`, `methods.*.by`, `menu[].icon`. */
function rowsOf(rule: Rule, path: string): readonly Row[] {
  const { properties = {}, additionalProperties: each, required = [] } = rule;
  const named = Object.entries(properties).flatMap(([key, inner]) =>
    rowOf(inner, path === "" ? key : `${path}.${key}`, required.includes(key)),
  );
  return each === undefined || each === false ? named : [...named, ...inside(each, `${path}.*`)];
}

function rowOf(rule: Rule, path: string, required: boolean): readonly Row[] {
  const effect = `${rule.description ?? ""}${required ? " Required." : ""}`.trim();
  return [{ path, takes: takes(rule), effect }, ...inside(rule, path)];
}

function inside(rule: Rule, path: string): readonly Row[] {
  if (rule.type === "object") return rowsOf(rule, path);
  return rule.type === "array" && rule.items?.type === "object" ? rowsOf(rule.items, `${path}[]`) : [];
}

/** What a key takes, in words. */
function takes(rule: Rule): string {
  if (rule.const !== undefined) return literal(rule.const);
  if (rule.enum !== undefined) return rule.enum.map(literal).join(", ");
  if (rule.anyOf !== undefined) return rule.anyOf.map(takes).join(" or ");
  if (rule.type === "array") return `a list: ${rule.items === undefined ? "anything" : takes(rule.items)}`;
  if (rule.type === "object") return typeof rule.additionalProperties === "object" ? "a mapping by name" : "a mapping";
  return rule.title ?? (rule.type === "string" ? "text" : (rule.type ?? "anything"));
}

const literal = (value: Json): string => `\`${JSON.stringify(value).replaceAll('"', "")}\``;

/** A cell of a table: a bar in it would end it. */
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
