import { nearest } from "../diagnostics/nearest.ts";
import type { Problems } from "../diagnostics/problems.ts";
import { at, entries, get, isTrue, items, type MapNode, type Node, textOf } from "./node.ts";
import type { PlaceName } from "./places.ts";

/** The keywords that only values of one kind can meet or miss (JSON Schema 2020-12, validation, section 6). */
const byKind: Readonly<Record<string, readonly string[]>> = {
  string: ["minLength", "maxLength", "pattern"],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  array: ["items", "minItems", "maxItems", "uniqueItems"],
  object: ["properties", "required", "additionalProperties", "minProperties", "maxProperties"],
};

/** The same bound on other kinds of values, for whoever wrote one of the wrong kind. */
const bounds: Readonly<Record<string, { readonly min: string; readonly max: string }>> = {
  string: { min: "minLength", max: "maxLength" },
  number: { min: "minimum", max: "maximum" },
  array: { min: "minItems", max: "maxItems" },
  object: { min: "minProperties", max: "maxProperties" },
};

const titles: Readonly<Record<string, string>> = { string: "text", number: "a number", array: "a list", object: "an object" };

/** The formats of JSON Schema 2020-12, and those that OpenAPI adds. Others are allowed, and mean nothing. */
const formats = [
  ...["date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri", "uri-reference"],
  ...["iri", "iri-reference", "uuid", "uri-template", "json-pointer", "relative-json-pointer", "regex"],
  ...["int32", "int64", "float", "double", "password", "binary", "byte"],
];

/** Checks the keywords of one schema against each other: what is allowed each for itself, and yet surely a slip. */
export function checkKeywords(place: PlaceName, node: MapNode, problems: Problems): void {
  if (place !== "component" && place !== "property" && place !== "schema") return;
  const type = get(node, "type");
  const types = new Set((type?.kind === "list" ? type.items : [type]).map((item) => kindOf(textOf(item))));
  checkIdle(node, types, problems);
  checkBounds(node, problems);
  checkEnum(node, types, problems);
  // A part of a composition may require what other parts describe.
  if (place !== "schema") checkRequired(node, problems);
  const format = get(node, "format");
  const name = textOf(format);
  const suggestion = name === undefined || formats.includes(name) ? undefined : nearest(name, formats);
  if (format !== undefined && suggestion !== undefined)
    problems.add("idleKeyword", format, `"${name}" is no format that JSON Schema or OpenAPI knows: it checks nothing.`, { suggestion });
}

const kindOf = (type: string | undefined): string | undefined => (type === "integer" ? "number" : type);

function checkIdle(node: MapNode, types: ReadonlySet<string | undefined>, problems: Problems): void {
  const known = [...types].every((type) => type !== undefined && (type in byKind || type === "boolean" || type === "null"));
  if (!known) return;
  const [kind = ""] = [...types].filter((type) => type !== undefined && type in byKind);
  for (const [owner, keywords] of Object.entries(byKind)) {
    if (types.has(owner)) continue;
    for (const keyword of keywords) {
      const entry = node.entries.get(keyword);
      if (entry === undefined) continue;
      if (keyword === "required" && entry.value.kind === "scalar") {
        const message = "A property is not required by saying so itself: its name belongs into the list `required` beside `properties`.";
        problems.add("idleKeyword", entry.key, message);
        continue;
      }
      const meant = bounds[kind]?.[/^min/.test(keyword) ? "min" : "max"];
      const suggestion = /^(?:min|max)/.test(keyword) ? meant : undefined;
      problems.add(
        "idleKeyword",
        entry.key,
        `"${keyword}" has no effect here: it speaks of ${titles[owner]}, and \`type\` says otherwise.`,
        {
          suggestion,
        },
      );
    }
  }
}

function checkBounds(node: MapNode, problems: Problems): void {
  for (const { min, max } of Object.values(bounds)) {
    const [low, high] = [numberOf(get(node, min)), numberOf(get(node, max))];
    if (low !== undefined && high !== undefined && low > high)
      problems.add("impossible", at(node, min), `"${min}" is above "${max}", ${low} above ${high}: no value is accepted.`);
  }
}

const numberOf = (node: Node | undefined): number | undefined =>
  node?.kind === "scalar" && typeof node.value === "number" ? node.value : undefined;

function checkEnum(node: MapNode, types: ReadonlySet<string | undefined>, problems: Problems): void {
  const seen = new Set<unknown>();
  const fixed = get(node, "const");
  for (const item of fixed === undefined ? items(get(node, "enum")) : [fixed]) {
    if (item.kind !== "scalar") continue;
    const { value } = item;
    const shown = JSON.stringify(value);
    if (seen.has(value)) problems.add("idleKeyword", item, `${shown} stands twice in this enum.`);
    seen.add(value);
    const kind = value === null ? "null" : typeof value;
    // OpenAPI 3.0 names the type of the other values alone.
    if (types.has(undefined) || types.has(kind) || (kind === "null" && isTrue(node, "nullable"))) continue;
    const advice =
      kind === "null"
        ? 'Add "null" to `type`'
        : types.has("string")
          ? `As text it is written in quotes: "${shown}"`
          : "Correct one of the two";
    problems.add(
      "impossible",
      item,
      `The value ${shown} of this ${fixed === undefined ? "enum" : "const"} is not of its \`type\`, and never accepted. ${advice}.`,
    );
  }
}

/** Only where the schema says all of its properties itself. */
function checkRequired(node: MapNode, problems: Problems): void {
  const properties = entries(get(node, "properties")).map(([name]) => name);
  const composed = ["$ref", "allOf", "anyOf", "oneOf", "patternProperties"].some((keyword) => node.entries.has(keyword));
  if (properties.length === 0 || composed || get(node, "additionalProperties")?.kind === "map") return;
  for (const item of items(get(node, "required"))) {
    const name = textOf(item);
    if (name === undefined || properties.includes(name)) continue;
    problems.add("unknownName", item, `"required" names the property "${name}", which is not among \`properties\`.`, {
      suggestion: nearest(name, properties),
    });
  }
}
