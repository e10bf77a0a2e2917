import type { Code } from "./code.ts";
import { join } from "./code.ts";

/** Longest line of generated text, where a line can be broken at all. */
export const lineWidth = 140;

type Item = Code | string;
const textOf = (item: Item): string => (typeof item === "string" ? item : item.text);

/**
 * `open a, b close` on one line when that fits beside `used` other characters and no item spans lines;
 * else one item per line with a trailing comma.
 */
export function enclose(open: string, items: readonly Item[], close: string, used = 0): Code {
  if (items.length === 0) return join([open, close], "");
  const pad = open.endsWith("{") ? " " : "";
  const width = used + open.length + close.length + 2 * pad.length + items.reduce((sum, item) => sum + textOf(item).length + 2, -2);
  const flat = width <= lineWidth && !items.some((item) => textOf(item).includes("\n"));
  if (flat) return join([`${open}${pad}`, join(items, ", "), `${pad}${close}`], "");
  const lines = items.map((item) => join([indent(item), ","], ""));
  return join([`${open}\n`, join(lines, "\n"), `\n${close}`], "");
}

/** `a | b`, broken before each bar when it does not fit beside `used` other characters. */
export function alternatives(items: readonly Item[], used: number): Code {
  const flat = join(items, " | ");
  if (used + flat.text.length <= lineWidth) return flat;
  return join(
    [
      "\n",
      join(
        items.map((item) => join(["  | ", item], "")),
        "\n",
      ),
    ],
    "",
  );
}

function indent(item: Item): Code {
  const shifted = `  ${textOf(item).replaceAll(/\n(?=[^\n])/g, "\n  ")}`;
  return { text: shifted, imports: typeof item === "string" ? [] : item.imports };
}
