// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.

/** Permission -> what it lets a person do. */
export const authPermissions = {
  "auth.tokens.read": "See the organization's service tokens",
  "auth.tokens.write": "Make and revoke service tokens of the organization",
} as const;

export type AuthPermission = keyof typeof authPermissions;

/** Role -> permissions that it has from the start. */
export const authRoles: Readonly<Record<string, readonly AuthPermission[]>> = {
  admin: ["auth.tokens.read", "auth.tokens.write"],
  owner: ["auth.tokens.read", "auth.tokens.write"],
};
