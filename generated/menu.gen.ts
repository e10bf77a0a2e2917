// Made from openapi. Do not edit: change the spec and run `npm run generate`.

/** One entry of the navigation. */
export interface MenuEntry {
  readonly id: string;
  readonly domain: string;
  /** What people read. */
  readonly label: string;
  readonly path: string;
  /** A lucide icon's name. */
  readonly icon: string;
  readonly order: number;
  /** Who sees it; undefined: everybody who has signed in. */
  readonly permission: string | undefined;
}

/** Every entry, in its order. */
export const menu = [
  {
    id: "pipelines",
    domain: "pipelines",
    label: "Pipelines",
    path: "/pipelines",
    icon: "workflow",
    order: 10,
    permission: "pipelines.read",
  },
  { id: "runs", domain: "runs", label: "Runs", path: "/runs", icon: "play", order: 20, permission: "runs.read" },
  {
    id: "artifacts",
    domain: "artifacts",
    label: "Artifacts",
    path: "/artifacts",
    icon: "file-box",
    order: 30,
    permission: "artifacts.read",
  },
  { id: "tools", domain: "tools", label: "Tools", path: "/tools", icon: "wrench", order: 40, permission: "tools.read" },
  {
    id: "organization",
    domain: "organizations",
    label: "Organization",
    path: "/organization",
    icon: "building-2",
    order: 50,
    permission: "organizations.read",
  },
] as const satisfies readonly MenuEntry[];
