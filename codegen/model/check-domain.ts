import type { SettingAnnotation } from "../annotations/vocabulary.ts";
import { distance, nearest } from "../diagnostics/nearest.ts";
import { at, entries, get, type Node, textOf } from "../read/node.ts";
import type { Span } from "../read/source.ts";
import { checkWebhooks, eventsOf } from "./events.ts";
import type { Registry, Spec } from "./registry.ts";

/** What else lies beside the domains under internal/, sql/ and generated/. */
const reserved = new Set(["common", "contracts", "core", "database", "sdk"]);

/** Checks that what a document's own annotation names exists. */
export function checkDomain(spec: Spec, registry: Registry): void {
  const { problems } = registry;
  const { root, annotation, annotationNode, domain } = spec;
  if (!spec.plain) checkWebhooks(spec, registry);
  if (annotation === undefined || annotationNode === undefined || domain === undefined) {
    const paths = root.entries.get("paths");
    if (paths !== undefined && !root.entries.has("x-codegen")) {
      problems.add("noDomain", paths.key, "This document has operations, but no `x-codegen` says which domain it is.");
    }
    return;
  }
  if (reserved.has(domain))
    problems.add("duplicateName", get(annotationNode, "domain") ?? annotationNode, `"${domain}" is a folder of the platform's own.`);
  const own = new Set(Object.keys(annotation.permissions ?? {}));
  for (const [name, { key }] of entries(get(annotationNode, "permissions"))) {
    if (own.has(name) && !name.startsWith(`${domain}.`)) {
      problems.add("badAnnotation", key, `A permission of the domain ${domain} begins with "${domain}.".`);
    }
  }
  for (const [role, permissions] of Object.entries(annotation.roles ?? {})) {
    checkRole(role, entries(get(annotationNode, "roles")).find(([name]) => name === role)?.[1].key ?? annotationNode, problems);
    permissions.forEach((permission, index) => {
      if (own.has(permission)) return;
      const place = at(annotationNode, "roles", role, index);
      problems.add("unknownName", place, `The domain declares no permission "${permission}".`, { suggestion: nearest(permission, own) });
    });
  }
  for (const [name, setting] of Object.entries(annotation.config ?? {}))
    checkSetting(name, setting, at(annotationNode, "config", name), problems);
  for (const [index, type] of (annotation.consumes ?? []).entries()) {
    checkConsumed(type, at(annotationNode, "consumes", index), spec, registry);
  }
}

const builtIn = ["owner", "admin", "member", "viewer"];

/** A role of the domain's own must not be taken for one that is there already, nor for the platform itself. */
function checkRole(role: string, place: Span, problems: Registry["problems"]): void {
  const meant = builtIn.find((name) => name !== role && distance(name, role) <= 1);
  if (role === "system") problems.add("badAnnotation", place, "`system` is the platform itself, and no role that anybody can have.");
  else if (meant !== undefined && !builtIn.includes(role))
    problems.add("unknownName", place, `The role "${role}" looks much like a built-in one.`, { suggestion: meant });
}

/** Says of a permission that it does not exist, unless it does: one of the domain itself, or of a domain that it requires. */
export function checkPermission(name: string, place: Node, spec: Spec, { specs, problems }: Registry): void {
  const visible = new Set([spec.domain, ...(spec.annotation?.requires ?? [])]);
  const known = specs.filter(({ domain }) => visible.has(domain)).flatMap(({ annotation }) => Object.keys(annotation?.permissions ?? {}));
  if (name === "authenticated" || name === "optional" || known.includes(name)) return;
  const owner = specs.find(({ annotation }) => Object.hasOwn(annotation?.permissions ?? {}, name))?.domain;
  const message =
    owner === undefined
      ? `There is no permission "${name}".`
      : `"${name}" is a permission of ${owner}, which ${spec.domain} does not require: declare one of its own.`;
  const suggestion = owner === undefined ? nearest(name, ["authenticated", "optional", ...known]) : undefined;
  problems.add("unknownName", place, message, { suggestion });
}

function checkConsumed(type: string, place: Node, { domain, annotation }: Spec, registry: Registry): void {
  const { problems } = registry;
  const events = registry.specs.flatMap((spec) => eventsOf(spec, registry).map((event) => ({ owner: spec.domain, type: event.type })));
  const found = events.find((event) => event.type === type);
  if (found === undefined) {
    const suggestion = nearest(
      type,
      events.map((event) => event.type),
    );
    problems.add("unknownName", place, `No domain publishes the event "${type}".`, { suggestion });
  } else if (found.owner !== domain && !annotation?.requires?.includes(found.owner ?? "")) {
    problems.add("notRequired", place, `${type} is an event of the domain ${found.owner}, which is not in \`requires\`.`);
  }
}

function checkSetting(name: string, setting: SettingAnnotation, node: Node, problems: Registry["problems"]): void {
  const value = setting.default;
  const type = typeof value === "number" && Number.isInteger(value) && setting.type === "integer" ? "integer" : typeof value;
  const place = get(node, "default") ?? node;
  if (type !== setting.type) {
    problems.add("badAnnotation", place, `The default of ${name} must be of the type ${setting.type}.`);
    return;
  }
  const own = get(node, "perOrganization");
  if (own !== undefined && setting.sensitive === true)
    problems.add("contradiction", own, `${name} is sensitive, and organizations are shown what they can set: leave out one of the two.`);
  const numeric = setting.type === "integer" || setting.type === "number";
  for (const key of ["minimum", "maximum"]) {
    const bound = get(node, key);
    if (bound !== undefined && !numeric)
      problems.add("contradiction", bound, `\`${key}\` has no effect on a setting of the type ${setting.type}.`);
  }
  const list = get(node, "enum");
  if (list !== undefined && setting.type !== "string")
    problems.add("contradiction", list, "`enum` has an effect only on a setting of the type string.");
  const low = typeof value === "number" && setting.minimum !== undefined && value < setting.minimum;
  const high = typeof value === "number" && setting.maximum !== undefined && value > setting.maximum;
  const strange = typeof value === "string" && setting.enum !== undefined && !setting.enum.includes(value);
  if (low || high || strange) {
    const suggestion = strange ? nearest(textOf(place) ?? "", setting.enum) : undefined;
    problems.add("contradiction", place, `The default of ${name} is none of the values that the setting accepts.`, { suggestion });
  }
}
