import { at, entries, get } from "../read/node.ts";
import type { Domain } from "./model.ts";
import type { Registry, Spec } from "./registry.ts";

/** Warns of permissions and features that no operation asks for, and of permissions that people cannot tell apart. */
export function checkUse(domains: readonly Domain[], { specs, problems }: Registry): void {
  const asked = new Set(domains.flatMap(({ operations, menu }) => [...operations, ...menu].map(({ permission }) => permission)));
  for (const domain of domains) {
    const spec = specs.find(({ root }) => root.file.path === domain.location.file);
    if (spec?.annotationNode === undefined) continue;
    checkPermissions(spec, asked, problems);
    const used = new Set(domain.operations.map(({ effects }) => effects?.feature));
    spec.annotation?.features?.forEach((feature, index) => {
      if (used.has(`${domain.name}.${feature}`)) return;
      const place = at(spec.annotationNode ?? spec.root, "features", index);
      problems.add("unusedDeclaration", place, `No operation has the feature ${feature}: switching it off changes nothing.`);
    });
  }
}

function checkPermissions({ annotationNode }: Spec, asked: ReadonlySet<string | undefined>, problems: Registry["problems"]): void {
  const first = new Map<string, string>();
  for (const [name, { key, value }] of entries(get(annotationNode, "permissions"))) {
    if (!asked.has(name)) problems.add("unusedDeclaration", key, `No operation asks for the permission ${name}.`);
    const sentence = value.kind === "scalar" ? String(value.value).trim().toLowerCase() : "";
    const other = first.get(sentence);
    if (other !== undefined) problems.add("sameSentence", value, `${other} and ${name} are told to people with the same sentence.`);
    else first.set(sentence, name);
  }
}
