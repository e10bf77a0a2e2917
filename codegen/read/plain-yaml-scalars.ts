const words: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...["null", "Null", "NULL", "~", ""].map((word) => [word, null] as const),
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
]);

const integer = /^[-+]?\d+$/;
const decimal = /^[-+]?(?:\.\d+|\d+\.\d*|(?:\.\d+|\d+(?:\.\d*)?)[eE][-+]?\d+)$/;

/** What a plain text means by YAML 1.2's core schema; undefined for notations that only the full reader knows. */
export function plainValue(text: string): string | number | boolean | null | undefined {
  const first = text.charCodeAt(0);
  // Nothing but a letter or a sign of these begins any of the words; digits, signs and a point begin numbers.
  const isWord = text.length <= 5 && words.has(text);
  if (isWord) return words.get(text);
  const numeric = (first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d || first === 0x2e;
  if (!numeric) return text;
  if (integer.test(text) || decimal.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? value : undefined;
  }
  return /^(?:0[ox]|[-+]?\.(?:inf|nan))/i.test(text) ? undefined : text;
}

const escapes: Readonly<Record<string, string>> = {
  ...{ "0": "\0", a: "\x07", b: "\b", e: "\x1b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" },
  ...{ N: "\u0085", _: "\u00a0", L: "\u2028", P: "\u2029", " ": " ", '"': '"', "/": "/", "\\": "\\" },
};

/** A text in double quotes, the quotes included; undefined for an escape that only the full reader judges. */
export function doubleQuoted(source: string): string | undefined {
  const inner = source.slice(1, -1);
  if (!inner.includes("\\")) return unfolded(inner);
  const line = inner.includes("\n") ? joined(inner) : inner;
  if (line === undefined) return undefined;
  let strange = false;
  const text = line.replaceAll(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/gs, (_whole, four?: string, two?: string, char?: string) => {
    const code = four ?? two;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    const meant = char === undefined ? undefined : escapes[char];
    strange ||= meant === undefined;
    return meant ?? "";
  });
  return strange ? undefined : text;
}

/** The lines of a text in double quotes as one, escapes still in it. A backslash at the end of a line joins it to the next without a space. */
function joined(text: string): string | undefined {
  const parts: string[] = [];
  let lines: string[] = [];
  for (const line of text.split("\n")) {
    const [, backslashes = "", after = ""] = /(\\*)( *)$/.exec(line) ?? [];
    const escaped = backslashes.length % 2 === 1;
    // An escaped space, or a joined line with nothing in it: rare, and easy to get wrong.
    if (escaped && (after !== "" || line.trim() === "\\")) return undefined;
    const content = parts.length > 0 && lines.length === 0 ? line.trimStart() : line;
    if (parts.length > 0 && lines.length === 0 && content === "") return undefined;
    lines.push(escaped ? content.slice(0, -1) : content);
    if (!escaped) continue;
    parts.push(unfolded(lines.join("\n")));
    lines = [];
  }
  return parts.join("") + unfolded(lines.join("\n"));
}

/** A text in single quotes, the quotes included. */
export const singleQuoted = (source: string): string => unfolded(source.slice(1, -1).replaceAll("''", "'"));

/** Lines of a quoted text put together (YAML 1.2, 6.5): one line end is a space, each further one a line end. */
function unfolded(text: string): string {
  if (!text.includes("\n")) return text;
  const [first = "", ...rest] = text.split("\n");
  let result = first.trimEnd();
  let blank = 0;
  for (const [index, line] of rest.entries()) {
    const last = index === rest.length - 1;
    const content = last ? line.trimStart() : line.trim();
    if (content === "" && !last) blank++;
    else {
      result += (blank === 0 ? " " : "\n".repeat(blank)) + content;
      blank = 0;
    }
  }
  return result;
}

/** A literal block's lines as a text; `chomp` is what stands in its header. */
export function literalText(lines: readonly string[], chomp: string): string {
  let end = lines.length;
  while (end > 0 && lines[end - 1] === "") end--;
  const text = lines.slice(0, end).join("\n");
  return chomped(text, lines.length - end, chomp);
}

/** A folded block's lines as a text: lines that are indented more than the block stay lines. */
export function foldedText(lines: readonly string[], chomp: string): string {
  let text = "";
  let blank = 0;
  let kept = true;
  for (const [index, line] of lines.entries()) {
    if (line === "") {
      blank++;
      continue;
    }
    const indented = line.startsWith(" ");
    if (index === blank) text = "\n".repeat(blank);
    else if (kept || indented) text += "\n".repeat(blank + 1);
    else text += blank === 0 ? " " : "\n".repeat(blank);
    text += line;
    blank = 0;
    kept = indented;
  }
  return chomped(text, blank, chomp);
}

function chomped(text: string, blank: number, chomp: string): string {
  if (chomp === "-") return text;
  if (chomp === "+") return text + "\n".repeat(text === "" ? blank : blank + 1);
  return text === "" ? "" : `${text}\n`;
}
