import { Building2, FileBox, House, Play, Workflow, Wrench } from "lucide-react";

/** The places of the app, in the order of the menu. */
export const places = [
  { id: "home", to: "/", Icon: House, permission: undefined },
  { id: "pipelines", to: "/pipelines", Icon: Workflow, permission: "pipelines.read" },
  { id: "runs", to: "/runs", Icon: Play, permission: "runs.read" },
  { id: "artifacts", to: "/artifacts", Icon: FileBox, permission: "artifacts.read" },
  { id: "tools", to: "/tools", Icon: Wrench, permission: "tools.read" },
  { id: "organization", to: "/organization", Icon: Building2, permission: "organizations.read" },
] as const;
