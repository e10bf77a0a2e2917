import type { PermissionGrant } from "@sdk/types.gen.ts";

/** Permissions under their domains, both in the order in which they come. */
export function byDomain(permissions: readonly PermissionGrant[]): readonly (readonly [string, readonly PermissionGrant[]])[] {
  const groups = new Map<string, PermissionGrant[]>();
  for (const permission of permissions) groups.set(permission.domain, [...(groups.get(permission.domain) ?? []), permission]);
  return [...groups];
}
