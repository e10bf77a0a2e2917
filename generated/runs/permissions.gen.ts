// Made from openapi/runs.yaml. Do not edit: change the spec and run `npm run generate`.

/** Permission -> what it lets a person do. */
export const runsPermissions = {
  "runs.read": "See runs, their steps and logs",
  "runs.write": "Start and cancel runs",
} as const;

export type RunsPermission = keyof typeof runsPermissions;

/** Role -> permissions that it has from the start. */
export const runsRoles: Readonly<Record<string, readonly RunsPermission[]>> = {
  admin: ["runs.read", "runs.write"],
  member: ["runs.read", "runs.write"],
  owner: ["runs.read", "runs.write"],
  viewer: ["runs.read"],
};
