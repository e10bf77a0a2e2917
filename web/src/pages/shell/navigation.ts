import { Building2, FileBox, House, Play, Workflow, Wrench } from "lucide-react";
import { menu } from "../../../../generated/menu.gen.ts";

/** The icons that specs name. */
const icons = { "building-2": Building2, "file-box": FileBox, play: Play, workflow: Workflow, wrench: Wrench };

/** The places of the app, in the order of the menu: the home page, and what the specs of the domains say. */
export const places = [
  { id: "home", to: "/", Icon: House, permission: undefined },
  ...menu.map(({ id, path, icon, permission }) => ({ id, to: path, Icon: icons[icon], permission })),
] as const;
