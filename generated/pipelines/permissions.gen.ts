// Made from openapi/pipelines.yaml. Do not edit: change the spec and run `npm run generate`.

/** Permission -> what it lets a person do. */
export const pipelinesPermissions = {
  "pipelines.read": "View pipelines",
  "pipelines.write": "Create, change and delete pipelines",
} as const;

export type PipelinesPermission = keyof typeof pipelinesPermissions;

/** Role -> permissions that it has from the start. */
export const pipelinesRoles: Readonly<Record<string, readonly PipelinesPermission[]>> = {
  admin: ["pipelines.read", "pipelines.write"],
  member: ["pipelines.read", "pipelines.write"],
  owner: ["pipelines.read", "pipelines.write"],
  viewer: ["pipelines.read"],
};
