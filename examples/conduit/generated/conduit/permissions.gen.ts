// Made from openapi/conduit.yaml. Do not edit: change the spec and run `npm run generate`.

/** Permission -> what it lets a person do. */
export const conduitPermissions = {} as const;

export type ConduitPermission = keyof typeof conduitPermissions;

/** Role -> permissions that it has from the start. */
export const conduitRoles: Readonly<Record<string, readonly ConduitPermission[]>> = {};
