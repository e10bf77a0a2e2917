import type { Code } from "./code.ts";
import { join } from "./code.ts";
import { marks } from "./lines.ts";

type Item = Code | string;
const textOf = (item: Item): string => (typeof item === "string" ? item : item.text);

/** `open a, b close` on one line where that fits; else one item per line with a trailing comma. */
export const enclose = (open: string, items: readonly Item[], close: string): Code => separated(open, items, ",", close);

/** `{ a; b }`: the members of a type. */
export const membersOf = (items: readonly Item[]): Code => separated("{", items, ";", "}");

function separated(open: string, items: readonly Item[], separator: string, close: string): Code {
  if (items.length === 0) return join([open, close], "");
  const [start, end] = open.endsWith("{") ? [marks.line, marks.lineOut] : [marks.soft, marks.softOut];
  const trailing = `${marks.broken}${separator}${marks.endBroken}`;
  return group([
    open,
    ...(isTable(open, items) ? [marks.always] : []),
    start,
    join(items, `${separator}${marks.line}`),
    trailing,
    end,
    close,
  ]);
}

/** The bracket stands before the mark: what a fragment begins with can be seen. */
const group = ([open = "", ...rest]: readonly Item[]): Code => {
  const close = rest.at(-1) ?? "";
  return join([open, marks.open, ...rest.slice(0, -1), marks.close, close], "");
};

/** Several objects, or several lists, of more than one entry each stand on lines of their own. */
const isTable = (open: string, items: readonly Item[]): boolean =>
  open.endsWith("[") && items.length > 1 && ["{", "["].some((bracket) => items.every((item) => hasSeveral(textOf(item), bracket)));

function hasSeveral(text: string, bracket: string): boolean {
  if (!text.startsWith(`${bracket}${marks.open}`)) return false;
  let depth = 0;
  for (let at = 1; at < text.length; at++) {
    if (text[at] === marks.open) depth++;
    else if (text[at] === marks.close) depth--;
    else if (depth === 1 && text[at] === marks.line && text[at - 1] === ",") return true;
  }
  return false;
}

/** The arguments of a call in their parentheses. A last object or list alone may be broken, when the argument before is none. */
export function args(items: readonly Item[]): Code {
  const last = items.at(-1);
  if (last === undefined) return join(["()"], "");
  const kind = opening(last);
  if (items.length === 1 && kind !== undefined) return join(["(", last, ")"], "");
  if (items.length === 1 || kind === undefined || opening(items.at(-2) ?? "") === kind) return enclose("(", items, ")");
  const marked = { ...join([last], ""), text: textOf(last).replace(marks.open, marks.last + marks.open) };
  return enclose("(", [...items.slice(0, -1), marked], ")");
}

/** `{` or `[`, or `=>` for a function. */
const opening = (item: Item): string | undefined => /^(?:[{[]|(?:async )?\([^()]*\) =>)/.exec(textOf(item))?.[0].slice(-1);

/** `head body`, the body on a line of its own where it does not fit beside. */
export const hang = (head: Item, body: Item): Code => join([head, marks.open, marks.line, body, marks.close], "");

/** `(a, head body)`: the arguments of a call of which the last is a function, its body on a line of its own where it does not fit beside. */
export const callback = (head: Item, body: Item, before: readonly Item[] = []): Code =>
  group(["(", marks.soft, ...before.flatMap((item) => [item, ",", marks.line]), hang(join([head, marks.last], ""), body), marks.end, ")"]);

/** Calls one after the other on `head`: each on a line of its own, where there are more than two and they do not fit on one. */
export function chain(head: string, calls: readonly Item[]): Code {
  const takesFunction = calls.some((call) => textOf(call).includes("=>"));
  if (calls.length < 3 && !takesFunction) return join([head, ...calls], "");
  const always = calls.length > 2 && takesFunction ? [marks.always] : [];
  return join([head, marks.open, ...always, ...calls.flatMap((call) => [marks.soft, call]), marks.close], "");
}

/** `<a, b | c>`: the arguments of a type, the last of them a union. */
export function typeArguments(first: Item, union: readonly Item[]): Code {
  const bar = `${marks.broken}| ${marks.endBroken}`;
  const last = union.length < 2 ? union : [marks.open, bar, join(union, `${marks.lineOut}| `), marks.close];
  return join(["<", marks.open, marks.soft, first, ",", marks.line, ...last, marks.softOut, marks.close, ">"], "");
}

const firstBar = `${marks.open}${marks.soft}${marks.broken}| ${marks.endBroken}`;

/** `a | b`, or one to a line, each behind its bar. Alternatives among them are put in line: a second bar would be no type. */
export function alternatives(items: readonly Item[]): Code {
  if (items.length < 2) return join(items, "");
  return join([firstBar, join(items.map(unwrapped), ` ${marks.soft}| `), marks.close], "");
}

function unwrapped(item: Item): Code {
  const text = textOf(item);
  return { ...join([item], ""), text: text.startsWith(firstBar) ? text.slice(firstBar.length, -marks.close.length) : text };
}
