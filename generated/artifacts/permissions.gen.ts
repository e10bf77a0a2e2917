// Made from openapi/artifacts.yaml. Do not edit: change the spec and run `npm run generate`.

/** Permission -> what it lets a person do. */
export const artifactsPermissions = {
  "artifacts.read": "See and download artifacts",
  "artifacts.write": "Upload, change and delete artifacts",
} as const;

export type ArtifactsPermission = keyof typeof artifactsPermissions;

/** Role -> permissions that it has from the start. */
export const artifactsRoles: Readonly<Record<string, readonly ArtifactsPermission[]>> = {
  admin: ["artifacts.read", "artifacts.write"],
  member: ["artifacts.read", "artifacts.write"],
  owner: ["artifacts.read", "artifacts.write"],
  viewer: ["artifacts.read"],
};
