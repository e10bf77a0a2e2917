import { inOrder } from "../model/menu.ts";
import { code } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { enclose } from "../print/layout.ts";
import { literal } from "../print/text.ts";
import type { ModelEmitter } from "./emitter.ts";

/** The navigation of all domains together, for the web app. Domains without entries leave no trace. */
export const emitMenu: ModelEmitter = (model) => {
  const entries = model.domains.flatMap((domain) => domain.menu.map((entry) => ({ domain: domain.name, ...entry }))).toSorted(inOrder);
  if (entries.length === 0) return undefined;
  const path = "generated/menu.gen.ts";
  const rows = entries.map((entry) => literal(JSON.parse(JSON.stringify(entry))));
  const body = code`/** One entry of the navigation. */
export interface MenuEntry {
  readonly id: string;
  readonly domain: string;
  /** What people read. */
  readonly label: string;
  readonly path: string;
  /** A lucide icon's name. */
  readonly icon: string;
  readonly order: number;
  /** Who sees it; absent: everybody who has signed in. */
  readonly permission?: string;
}

/** Every entry, in its order. */
export const menu: readonly MenuEntry[] = ${enclose("[", rows, "]", 40)};`;
  return { path, text: printFile(path, "openapi", body) };
};
