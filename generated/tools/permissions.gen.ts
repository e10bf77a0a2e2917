// Made from openapi/tools.yaml. Do not edit: change the spec and run `npm run generate`.

/** Permission -> what it lets a person do. */
export const toolsPermissions = {
  "tools.invoke": "Use tools",
  "tools.read": "See tools",
} as const;

export type ToolsPermission = keyof typeof toolsPermissions;

/** Role -> permissions that it has from the start. */
export const toolsRoles: Readonly<Record<string, readonly ToolsPermission[]>> = {
  admin: ["tools.invoke", "tools.read"],
  member: ["tools.invoke", "tools.read"],
  owner: ["tools.invoke", "tools.read"],
  viewer: ["tools.read"],
};
