import type { DocumentAnnotation } from "../annotations/vocabulary.ts";
import { entries, get, items, type MapNode, type Node, textOf } from "../read/node.ts";

/** What stands for the annotation of a document that has none: its domain, and the one permission that guards it. */
export function plainAnnotation(root: MapNode, domain: string): DocumentAnnotation {
  const own = get(root, "x-codegen");
  const title =
    textOf(get(get(root, "info"), "title"))
      ?.trim()
      .slice(0, 100) || domain;
  return {
    domain,
    tier: tierOf(textOf(get(own, "tier"))),
    requires: [],
    permissions: { [callPermission(domain)]: `Call the operations of ${title}` },
    roles: { owner: [callPermission(domain)], admin: [callPermission(domain)] },
  };
}

const tierOf = (text: string | undefined): "core" | "optional" | "internal" => (text === "core" || text === "internal" ? text : "optional");

/** The permission of every operation whose document does not demand more than a signed-in caller. */
export const callPermission = (domain: string): string => `${domain}.call`;

/** A domain's name made of a file's: `openapi/Pet-Store.v2.yaml` is `petstorev2`. */
export function domainName(path: string): string {
  const stem = (path.split("/").at(-1) ?? "").replace(/\.[^.]*$/, "");
  const letters = stem.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  return /^[a-z]/.test(letters) ? letters : `api${letters}`;
}

/**
 * Who may call an operation of a document without annotations. Where its security (OpenAPI 3.1, Security Requirement Object) wants a
 * caller who proved who they are, and no more, being signed in is enough. Whatever else it says, or if it says nothing, the domain's own
 * permission is needed: nobody has allowed more.
 */
export function plainPermission(domain: string, root: MapNode, operation: MapNode): string {
  const requirements = items(get(operation, "security") ?? get(root, "security"));
  const signedIn = requirements.length > 0 && requirements.every(demandsOnlyIdentity);
  return signedIn ? "authenticated" : callPermission(domain);
}

function demandsOnlyIdentity(requirement: Node): boolean {
  const schemes = entries(requirement);
  return schemes.length > 0 && schemes.every(([, { value }]) => value.kind === "list" && value.items.length === 0);
}
