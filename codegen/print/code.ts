/** A name that a fragment needs from elsewhere. `from` is a path from the repository's root, or a package's name. */
export interface Import {
  readonly name: string;
  readonly from: string;
  readonly typeOnly: boolean;
}

/** A piece of TypeScript that carries what it needs imported. */
export interface Code {
  readonly text: string;
  readonly imports: readonly Import[];
}

type Part = Code | string | number | readonly (Code | string)[];

/** A name imported as a value. */
export const value = (name: string, from: string): Code => ({ text: name, imports: [{ name, from, typeOnly: false }] });

/** A name imported as a type. */
export const type = (name: string, from: string): Code => ({ text: name, imports: [{ name, from, typeOnly: true }] });

/**
 * Builds code from a template. A string part is trusted text (a name that the model decided, or `literal` and `comment` output);
 * text of a spec never comes in bare. A list is put on lines of its own. A part that spans lines keeps the indentation of its place.
 */
export function code(strings: TemplateStringsArray, ...parts: Part[]): Code {
  const imports: Import[] = [];
  let text = strings[0] ?? "";
  parts.forEach((part, index) => {
    const list = Array.isArray(part) ? (part as readonly (Code | string)[]) : [part as Code | string | number];
    const piece = list.map((item) => {
      if (typeof item !== "object") return String(item);
      for (const one of item.imports) imports.push(one);
      return item.text;
    });
    const lines = piece.join("\n");
    text += lines.includes("\n") ? lines.replaceAll(/\n(?=[^\n])/g, `\n${indentation(text)}`) : lines;
    text += strings[index + 1] ?? "";
  });
  return { text, imports };
}

/** What the last line of a text begins with. */
const indentation = (text: string): string => /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n") + 1))?.[0] ?? "";

/** Fragments one after the other, `between` them: a comma, a blank line. */
export function join(parts: readonly (Code | string)[], between: string): Code {
  const imports = parts.flatMap((part) => (typeof part === "string" ? [] : part.imports));
  return { text: parts.map((part) => (typeof part === "string" ? part : part.text)).join(between), imports };
}
