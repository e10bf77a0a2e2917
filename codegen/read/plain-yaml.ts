import type { Entry, Node } from "./node.ts";
import { doubleQuoted, foldedText, literalText, plainValue, singleQuoted } from "./plain-yaml-scalars.ts";
import type { SourceFile } from "./source.ts";

const deepest = 200;
/** YAML 1.2, 7.4.2: an implicit key is at most 1024 characters long. */
const longestKey = 1000;
const mergeKey = "<<";
const [newline, space, hash, quote, apostrophe, dash, colon] = [0x0a, 0x20, 0x23, 0x22, 0x27, 0x2d, 0x3a] as const;

/** Ends reading: the text holds what this reader leaves to the full one. */
class Unusual extends Error {}

/**
 * Reads the YAML that people and tools write in nearly all OpenAPI documents: block and flow collections, plain, quoted, literal and folded
 * texts, comments; several times as fast as a reader of all of YAML. Undefined when there is anything else in the text, be it right or
 * wrong (anchors, merges, tags, tabs, two keys of one name, a second document): the full reader then decides, and says what is wrong.
 */
export function readPlainYaml(file: SourceFile): Node | undefined {
  if (/[\t\r\u2028\u2029\ufeff]|\n(?:---|\.\.\.)/.test(file.text)) return undefined;
  try {
    return new PlainYaml(file).document();
  } catch (error) {
    if (error instanceof Unusual) return undefined;
    throw error;
  }
}

/** Holds the position in the text. */
class PlainYaml {
  readonly #file: SourceFile;
  readonly #text: string;
  #at = 0;
  /** Where the line of the position begins. */
  #line = 0;
  /** Where the last node ended, its line's end included. */
  #end = 0;

  constructor(file: SourceFile) {
    this.#file = file;
    this.#text = file.text;
  }

  document(): Node {
    if (this.#text.startsWith("---\n")) {
      this.#at = 4;
      this.#line = 4;
    } else if (/^(?:---|\.\.\.)/.test(this.#text)) throw new Unusual();
    this.#toContent();
    if (this.#at >= this.#text.length) throw new Unusual();
    const node = this.#block(-1, 0);
    this.#toContent();
    if (this.#at < this.#text.length) throw new Unusual();
    return node;
  }

  /** Goes to the next character that is neither space nor comment, on whatever line. */
  #toContent(): void {
    const text = this.#text;
    for (;;) {
      const code = text.charCodeAt(this.#at);
      if (code === space) this.#at++;
      else if (code === newline) this.#line = ++this.#at;
      else if (code === hash && this.#mayComment()) {
        const end = text.indexOf("\n", this.#at);
        if (end === -1) this.#at = text.length;
        else this.#line = this.#at = end + 1;
      } else return;
    }
  }

  /** A comment stands apart from what is before it. */
  #mayComment(): boolean {
    const before = this.#text.charCodeAt(this.#at - 1);
    return before === space || before === newline || Number.isNaN(before);
  }

  get #column(): number {
    return this.#at - this.#line;
  }

  /** The node that begins here, on a line of its own or after "- ", and is indented by more than `parent`. */
  #block(parent: number, depth: number): Node {
    if (depth > deepest) throw new Unusual();
    const column = this.#column;
    if (column <= parent) throw new Unusual();
    if (this.#isEntry()) return this.#sequence(column, depth);
    if (this.#isKey()) return this.#mapping(column, depth);
    return this.#scalar(parent, depth);
  }

  #isEntry(): boolean {
    if (this.#text.charCodeAt(this.#at) !== dash) return false;
    const next = this.#text.charCodeAt(this.#at + 1);
    return next === space || next === newline || Number.isNaN(next);
  }

  /** Whether a key and its colon stand here, on this line. */
  #isKey(): boolean {
    const text = this.#text;
    const first = text.charCodeAt(this.#at);
    if (first === quote || first === apostrophe) {
      const end = this.#quotedEnd();
      let after = end;
      while (text.charCodeAt(after) === space) after++;
      return text.charCodeAt(after) === colon && !text.slice(this.#at, end).includes("\n");
    }
    // A collection could be a key, too; nobody writes that.
    if (first === 0x7b || first === 0x5b) return false;
    const end = text.indexOf("\n", this.#at);
    return this.#colonAt(end === -1 ? text.length : end) !== -1;
  }

  /** Where the colon stands that ends a plain key on this line; -1 when there is none. */
  #colonAt(lineEnd: number): number {
    const line = this.#text.slice(this.#at, lineEnd);
    const found = line.endsWith(":") ? line.length - 1 : -1;
    const inside = line.indexOf(": ");
    const mark = inside === -1 ? found : inside;
    if (mark === -1) return -1;
    // A comment before the colon swallows it.
    const comment = line.indexOf(" #");
    return comment !== -1 && comment < mark ? -1 : this.#at + mark;
  }

  #quotedEnd(): number {
    const text = this.#text;
    const mark = text.charCodeAt(this.#at);
    for (let at = this.#at + 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (mark === quote && code === 0x5c) at++;
      else if (code === mark) {
        if (mark === apostrophe && text.charCodeAt(at + 1) === apostrophe) at++;
        else return at + 1;
      }
    }
    throw new Unusual();
  }

  #mapping(column: number, depth: number): Node {
    const start = this.#at;
    const entries = new Map<string, Entry>();
    do {
      if (this.#isEntry()) throw new Unusual();
      const key = this.#key();
      const name = key.name;
      if (entries.has(name) || key.end - key.start > longestKey) throw new Unusual();
      const value = this.#valueOf(column, depth + 1);
      entries.set(name, { key: { file: this.#file, start: key.start, end: key.end }, value });
      this.#toContent();
    } while (this.#at < this.#text.length && this.#column === column);
    if (this.#at < this.#text.length && this.#column > column) throw new Unusual();
    return { file: this.#file, start, end: this.#end, kind: "map", entries };
  }

  /** Reads a key, and goes past its colon. */
  #key(): { readonly name: string; readonly start: number; readonly end: number } {
    const text = this.#text;
    const start = this.#at;
    const first = text.charCodeAt(start);
    if (first === quote || first === apostrophe) {
      const end = this.#quotedEnd();
      let after = end;
      while (text.charCodeAt(after) === space) after++;
      const next = text.charCodeAt(after + 1);
      const proper = text.charCodeAt(after) === colon && (next === space || next === newline || Number.isNaN(next));
      const name = first === quote ? doubleQuoted(text.slice(start, end)) : singleQuoted(text.slice(start, end));
      if (!proper || name === undefined) throw new Unusual();
      this.#at = after + 1;
      return { name, start, end };
    }
    const lineEnd = text.indexOf("\n", start);
    const mark = this.#colonAt(lineEnd === -1 ? text.length : lineEnd);
    if (mark <= start || indicators.has(text[start] ?? "")) throw new Unusual();
    let end = mark;
    while (text.charCodeAt(end - 1) === space) end--;
    const name = text.slice(start, end);
    if (name === mergeKey) throw new Unusual();
    this.#at = mark + 1;
    return { name, start, end };
  }

  /** What stands after a key's colon. */
  #valueOf(column: number, depth: number): Node {
    this.#spaces();
    if (!this.#atLineEnd()) return this.#scalar(column, depth);
    const after = this.#at;
    this.#end = after;
    this.#toContent();
    const nested = this.#at < this.#text.length && (this.#column > column || (this.#column === column && this.#isEntry()));
    if (!nested) return { file: this.#file, start: after, end: after, kind: "scalar", value: null };
    return this.#column === column ? this.#sequence(column, depth) : this.#block(column, depth);
  }

  #sequence(column: number, depth: number): Node {
    if (depth > deepest) throw new Unusual();
    const start = this.#at;
    const items: Node[] = [];
    do {
      if (!this.#isEntry()) break;
      const after = ++this.#at;
      this.#spaces();
      if (!this.#atLineEnd()) items.push(this.#block(column, depth + 1));
      else {
        const empty = this.#at;
        this.#end = empty;
        this.#toContent();
        if (this.#at < this.#text.length && this.#column > column) items.push(this.#block(column, depth + 1));
        else items.push({ file: this.#file, start: empty, end: empty, kind: "scalar", value: null });
      }
      if (this.#at < after) throw new Unusual();
      this.#toContent();
    } while (this.#at < this.#text.length && this.#column === column);
    if (this.#at < this.#text.length && this.#column > column) throw new Unusual();
    return { file: this.#file, start, end: this.#end, kind: "list", items };
  }

  #spaces(): void {
    while (this.#text.charCodeAt(this.#at) === space) this.#at++;
  }

  /** Whether nothing but a comment follows on this line. */
  #atLineEnd(): boolean {
    const code = this.#text.charCodeAt(this.#at);
    return code === newline || Number.isNaN(code) || (code === hash && this.#text.charCodeAt(this.#at - 1) === space);
  }

  /** A value that stands on the rest of this line, and perhaps on lines below that are indented by more than `parent`. */
  #scalar(parent: number, depth: number): Node {
    const first = this.#text[this.#at] ?? "";
    if (first === "|" || first === ">") return this.#blockScalar(parent);
    if (first === "{" || first === "[") {
      const node = this.#flow(parent, depth);
      this.#finishLine(parent);
      return node;
    }
    if (first === '"' || first === "'") {
      const node = this.#quoted(parent);
      this.#finishLine(parent);
      return node;
    }
    return this.#plain(parent);
  }

  /** Only a comment may follow a value on its line; and what is indented below would be part of no value. */
  #finishLine(parent: number): void {
    this.#spaces();
    if (!this.#atLineEnd()) throw new Unusual();
    const end = this.#text.indexOf("\n", this.#at);
    this.#end = end === -1 ? this.#text.length : end + 1;
    this.#at = end === -1 ? this.#text.length : end;
    this.#toContent();
    if (this.#at < this.#text.length && this.#column > parent) throw new Unusual();
  }

  #quoted(parent: number): Node {
    const start = this.#at;
    const end = this.#quotedEnd();
    const source = this.#text.slice(start, end);
    const value = source.startsWith('"') ? doubleQuoted(source) : singleQuoted(source);
    // Its lines are indented like those of other values.
    if (value === undefined || (source.includes("\n") && !isIndented(source, parent))) throw new Unusual();
    this.#at = end;
    const last = source.lastIndexOf("\n");
    if (last !== -1) this.#line = start + last + 1;
    return { file: this.#file, start, end, kind: "scalar", value };
  }

  #plain(parent: number): Node {
    const text = this.#text;
    const start = this.#at;
    if (indicators.has(text[start] ?? "") || this.#isEntry()) throw new Unusual();
    let { end, more } = this.#plainLine();
    if (!more) {
      this.#toContent();
      // A comment ends the text, and what is indented below it would belong to nothing.
      if (this.#at < text.length && this.#column > parent) throw new Unusual();
      return { file: this.#file, start, end, kind: "scalar", value: meant(text.slice(start, end)) };
    }
    let value = "";
    let from = start;
    for (;;) {
      // At the end of a line, which the next one may go on.
      value += text.slice(from, end);
      const next = this.#continuation(parent);
      if (next === undefined) break;
      value += next.blank === 0 ? " " : "\n".repeat(next.blank);
      from = this.#at;
      ({ end, more } = this.#plainLine());
      if (!more) {
        value += text.slice(from, end);
        this.#toContent();
        if (this.#at < text.length && this.#column > parent) throw new Unusual();
        break;
      }
    }
    const several = text.slice(start, end).includes("\n");
    return { file: this.#file, start, end, kind: "scalar", value: several ? value : meant(value) };
  }

  /** Goes to the end of a line of plain text: where the text ends, and whether the next line may go on with it. */
  #plainLine(): { readonly end: number; readonly more: boolean } {
    const text = this.#text;
    const found = text.indexOf("\n", this.#at);
    const lineEnd = found === -1 ? text.length : found;
    let end = lineEnd;
    const line = text.slice(this.#at, lineEnd);
    const comment = line.indexOf(" #");
    const commented = comment !== -1;
    if (commented) end = this.#at + comment;
    while (end > this.#at && text.charCodeAt(end - 1) === space) end--;
    // A colon would make it a key, which cannot stand here.
    const key = line.indexOf(": ");
    if ((key !== -1 && this.#at + key < end) || text.charCodeAt(end - 1) === colon) throw new Unusual();
    this.#at = lineEnd;
    this.#end = Math.min(lineEnd + 1, text.length);
    return { end, more: !commented };
  }

  /** Goes to the next line of a plain text, if it has one; `blank` counts the empty lines before it. */
  #continuation(parent: number): { readonly blank: number } | undefined {
    const text = this.#text;
    let blank = -1;
    let at = this.#at;
    let line = this.#line;
    while (text.charCodeAt(at) === newline) {
      blank++;
      line = ++at;
      while (text.charCodeAt(at) === space) at++;
    }
    if (at >= text.length || at - line <= parent || blank < 0) return undefined;
    const code = text.charCodeAt(at);
    if (code === hash) return undefined;
    this.#at = at;
    this.#line = line;
    return { blank };
  }

  #blockScalar(parent: number): Node {
    const text = this.#text;
    const start = this.#at;
    const headerEnd = text.indexOf("\n", start);
    const header = /^[|>]([+-]?) *$/.exec(text.slice(start, headerEnd === -1 ? text.length : headerEnd));
    if (header === null || headerEnd === -1) throw new Unusual();
    const [, chomp = ""] = header;
    let at = headerEnd + 1;
    const first = this.#firstLine(at);
    if (first === undefined) throw new Unusual();
    if (first.indent <= parent) return this.#emptyBlock(start, first, chomp);
    // Lines of spaces before the first line that are longer than its own indentation.
    if (first.longestBlank > first.indent) throw new Unusual();
    const lines: string[] = [];
    let contentEnd = at;
    while (at < text.length) {
      const found = text.indexOf("\n", at);
      const end = found === -1 ? text.length : found;
      let content = at;
      while (content < end && content - at < first.indent && text.charCodeAt(content) === space) content++;
      if (content < end && content - at < first.indent) break;
      lines.push(text.slice(content, end));
      at = found === -1 ? text.length : found + 1;
      if (content < end || chomp === "+") contentEnd = at;
    }
    const folded = text[start] === ">";
    this.#at = at;
    this.#line = at;
    this.#end = contentEnd;
    if (at === text.length && !text.endsWith("\n")) throw new Unusual();
    return {
      file: this.#file,
      start,
      end: contentEnd,
      kind: "scalar",
      value: folded ? foldedText(lines, chomp) : literalText(lines, chomp),
    };
  }

  /** A text of one blank line, as programs write it. */
  #emptyBlock(start: number, first: { readonly line: number; readonly blanks: number }, chomp: string): Node {
    if (first.blanks !== 1 || chomp !== "+" || this.#text.charCodeAt(first.line) === hash) throw new Unusual();
    this.#at = this.#line = this.#end = first.line;
    return { file: this.#file, start, end: first.line, kind: "scalar", value: "\n" };
  }

  /** The first line with content: where it is, how deep it is indented, how many lines of spaces are before it, and how long the longest is. */
  #firstLine(
    from: number,
  ): { readonly indent: number; readonly longestBlank: number; readonly line: number; readonly blanks: number } | undefined {
    const text = this.#text;
    let longestBlank = 0;
    let blanks = 0;
    for (let at = from; at < text.length; at++) {
      const line = at;
      while (text.charCodeAt(at) === space) at++;
      if (text.charCodeAt(at) !== newline) return at >= text.length ? undefined : { indent: at - line, longestBlank, line, blanks };
      blanks++;
      longestBlank = Math.max(longestBlank, at - line);
    }
    return undefined;
  }

  /** A collection in brackets or braces, which may go over lines. */
  #flow(parent: number, depth: number): Node {
    if (depth > deepest) throw new Unusual();
    const text = this.#text;
    const start = this.#at;
    const isMap = text[start] === "{";
    const close = isMap ? "}" : "]";
    const entries = new Map<string, Entry>();
    const items: Node[] = [];
    this.#at++;
    for (;;) {
      this.#flowSpace(parent);
      if (text[this.#at] === close) break;
      if (isMap) this.#flowEntry(entries, parent, depth);
      else items.push(this.#flowNode(parent, depth + 1));
      this.#flowSpace(parent);
      if (text[this.#at] === ",") this.#at++;
      else if (text[this.#at] !== close) throw new Unusual();
    }
    const end = ++this.#at;
    return isMap ? { file: this.#file, start, end, kind: "map", entries } : { file: this.#file, start, end, kind: "list", items };
  }

  #flowEntry(entries: Map<string, Entry>, parent: number, depth: number): void {
    const text = this.#text;
    const keyNode = this.#flowScalar();
    const source = text.slice(keyNode.start, keyNode.end);
    const name = keyNode.kind === "scalar" && typeof keyNode.value === "string" ? keyNode.value : source;
    if (text.charCodeAt(this.#at) !== colon || entries.has(name) || source.includes("\n") || source.length > longestKey)
      throw new Unusual();
    if (source === mergeKey) throw new Unusual();
    const quoted = source.startsWith('"') || source.startsWith("'");
    this.#at++;
    const next = text[this.#at] ?? "";
    if (next !== " " && next !== "\n" && !quoted && !",}]".includes(next)) throw new Unusual();
    const after = this.#at;
    this.#flowSpace(parent);
    if (",}".includes(text[this.#at] ?? "x")) {
      // The full reader decides where exactly a value stands that is not there.
      if (this.#at >= after) throw new Unusual();
    }
    const value = this.#flowNode(parent, depth + 1);
    entries.set(name, { key: { file: this.#file, start: keyNode.start, end: keyNode.end }, value });
  }

  #flowNode(parent: number, depth: number): Node {
    const first = this.#text[this.#at] ?? "";
    if (first === "{" || first === "[") return this.#flow(parent, depth);
    const node = this.#flowScalar();
    // `[a: b]` is a mapping in a list.
    if (this.#text.charCodeAt(this.#at) === colon) throw new Unusual();
    return node;
  }

  /** A quoted or plain text on one line of a flow collection; it leaves the position behind the spaces after it. */
  #flowScalar(): Node {
    const text = this.#text;
    const start = this.#at;
    const first = text[start] ?? "";
    if (first === '"' || first === "'") {
      const node = this.#quoted(-1);
      if (text.slice(start, this.#at).includes("\n")) throw new Unusual();
      this.#spaces();
      return node;
    }
    if (indicators.has(first) || first === ":" || first === "?" || first === "-") {
      if (!/^-[\w.]/.test(text.slice(start, start + 2))) throw new Unusual();
    }
    let at = start;
    for (; at < text.length; at++) {
      const char = text[at] ?? "";
      if (",[]{}\n".includes(char)) break;
      if (char === "#" && text.charCodeAt(at - 1) === space) throw new Unusual();
      if (char === ":" && " \n,[]{}".includes(text[at + 1] ?? " ")) break;
    }
    let end = at;
    while (end > start && text.charCodeAt(end - 1) === space) end--;
    // A plain text may go on below: the full reader knows how.
    if (end === start || at >= text.length || (text[at] === "\n" && !/^\n[ \n]*[,\]}]/.test(text.slice(at, at + 200)))) throw new Unusual();
    this.#at = at;
    return { file: this.#file, start, end, kind: "scalar", value: meant(text.slice(start, end)) };
  }

  /** Spaces and line ends between the parts of a flow collection, whose lines are indented by more than `parent`. */
  #flowSpace(parent: number): void {
    const before = this.#line;
    this.#toContent();
    if (this.#at >= this.#text.length || (this.#line !== before && this.#column <= parent)) throw new Unusual();
  }
}

/** Whether every line of a quoted text after the first is indented by more than `parent`, where there is anything on it. */
const isIndented = (source: string, parent: number): boolean =>
  source
    .split("\n")
    .slice(1)
    .every((line) => line.trim() === "" || line.search(/[^ ]/) > parent);

/** Characters that no plain text begins with, or that mean more than text. */
const indicators = new Set([..."[]{},#&*!|>'\"%@`?:\u0000", "\n", ""]);

function meant(text: string): string | number | boolean | null {
  const value = plainValue(text);
  if (value === undefined) throw new Unusual();
  return value;
}
