interface WithRoles {
  readonly roles: Readonly<Record<string, readonly string[]>>;
}

/** What lists of roles allow, over all domains: a role has the permissions that any spec gives it. Unknown roles give nothing. */
export function rolePermissions(domains: readonly WithRoles[]): (roles: readonly string[]) => Set<string> {
  const byRole = new Map<string, string[]>();
  for (const { roles } of domains) {
    for (const [role, permissions] of Object.entries(roles)) byRole.set(role, [...(byRole.get(role) ?? []), ...permissions]);
  }
  return (roles) => new Set(roles.flatMap((role) => byRole.get(role) ?? []));
}
