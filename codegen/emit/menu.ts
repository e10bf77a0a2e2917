import { inOrder } from "../model/menu.ts";
import { code } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { enclose } from "../print/layout.ts";
import { literal } from "../print/text.ts";
import type { ModelEmitter } from "./emitter.ts";

/** The navigation of all domains together, for the web app. Domains without entries leave no trace. */
export const emitMenu: ModelEmitter = (model) => {
  const entries = model.domains.flatMap(({ name, menu }) => menu.map((entry) => ({ ...entry, domain: name }))).toSorted(inOrder);
  if (entries.length === 0) return undefined;
  const path = "generated/menu.gen.ts";
  const rows = entries.map(({ id, domain, label, path, icon, order, permission }) => {
    const parts = Object.entries({ id, domain, label, path, icon, order, permission });
    return enclose(
      "{",
      parts.map(([key, value]) => `${key}: ${literal(value)}`),
      "}",
    );
  });
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
  /** Who sees it; undefined: everybody who has signed in. */
  readonly permission: string | undefined;
}

/** Every entry, in its order. */
export const menu = ${enclose("[", rows, "]")} as const satisfies readonly MenuEntry[];`;
  return { path, text: printFile(path, "openapi", body) };
};
