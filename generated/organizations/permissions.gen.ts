// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.

/** Permission -> what it lets a person do. */
export const organizationsPermissions = {
  "organizations.members": "Invite members, change their roles and remove them",
  "organizations.own": "Delete the organization, or give it to somebody else",
  "organizations.read": "See the organization, its members, teams and roles",
  "organizations.roles": "Create and change roles",
  "organizations.teams": "Create and change teams, and say who belongs to them",
  "organizations.write": "Rename the organization, change its settings and switch its features",
} as const;

export type OrganizationsPermission = keyof typeof organizationsPermissions;

/** Role -> permissions that it has from the start. */
export const organizationsRoles: Readonly<Record<string, readonly OrganizationsPermission[]>> = {
  admin: ["organizations.members", "organizations.read", "organizations.roles", "organizations.teams", "organizations.write"],
  member: ["organizations.read"],
  owner: [
    "organizations.members",
    "organizations.own",
    "organizations.read",
    "organizations.roles",
    "organizations.teams",
    "organizations.write",
  ],
  viewer: ["organizations.read"],
};
