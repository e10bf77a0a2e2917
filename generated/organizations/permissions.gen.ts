// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.

/** Permission -> what it lets a person do. */
export const organizationsPermissions = {
  "organizations.read": "See the organization and its members",
  "organizations.write": "Change the organization",
} as const;

export type OrganizationsPermission = keyof typeof organizationsPermissions;

/** Role -> permissions that it has from the start. */
export const organizationsRoles: Readonly<Record<string, readonly OrganizationsPermission[]>> = {
  admin: ["organizations.read", "organizations.write"],
  member: ["organizations.read"],
  owner: ["organizations.read", "organizations.write"],
  viewer: ["organizations.read"],
};
