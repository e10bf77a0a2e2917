import { switchable } from "../features/switchable.ts";
import type { Domain, Setting } from "./domain.ts";

/** What the specs of all domains offer to organizations, for the pages and checks that span domains. */
export interface Catalog {
  /** Every permission, in the order of its name, with the sentence that people read. */
  readonly permissions: readonly CatalogPermission[];
  /** The roles that the specs bring, with what they allow over all domains. */
  readonly roles: ReadonlyMap<string, ReadonlySet<string>>;
  /** Optional domains, and features of all domains, that can be switched. */
  readonly features: readonly string[];
  /** The settings that an organization may set for itself. */
  readonly settings: readonly CatalogSetting[];
}

export interface CatalogPermission {
  /** `organizations.read` */
  readonly name: string;
  readonly domain: string;
  readonly sentence: string;
}

export interface CatalogSetting {
  /** `organizations.invitationDays` */
  readonly name: string;
  readonly domain: string;
  readonly setting: Setting;
  /** What holds where an organization has set nothing: the installation's value. */
  readonly preset: string | number | boolean;
}

type Described = Pick<Domain<unknown, unknown>, "name" | "tier" | "permissions" | "roles" | "config"> & {
  readonly features?: readonly string[];
};

/** Whose roles every organization has, whatever specs say; their order is that of their might. */
const builtInRoles = ["owner", "admin", "member", "viewer"] as const;

/** The catalog of these domains; `values` are their settings as the installation has them. */
export function catalogOf(
  domains: readonly Described[],
  values: (domain: string) => Readonly<Record<string, string | number | boolean>>,
): Catalog {
  const roles = new Map<string, Set<string>>(builtInRoles.map((role) => [role, new Set()]));
  for (const domain of domains) {
    for (const [role, permissions] of Object.entries(domain.roles)) roles.set(role, new Set([...(roles.get(role) ?? []), ...permissions]));
  }
  const permissions = domains.flatMap(({ name: domain, permissions }) =>
    Object.entries(permissions).map(([name, sentence]) => ({ name, domain, sentence })),
  );
  const settings = domains.flatMap(({ name: domain, config }) =>
    config
      .filter(({ perOrganization }) => perOrganization === true)
      .map((setting) => ({
        name: `${domain}.${setting.name}`,
        domain,
        setting,
        preset: values(domain)[setting.name] ?? setting.default,
      })),
  );
  return {
    permissions: permissions.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    roles,
    features: switchable(domains),
    settings: settings.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
