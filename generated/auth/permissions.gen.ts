// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.

/** Permission -> what it lets a person do. */
export const authPermissions = {} as const;

export type AuthPermission = keyof typeof authPermissions;

/** Role -> permissions that it has from the start. */
export const authRoles: Readonly<Record<string, readonly AuthPermission[]>> = {};
