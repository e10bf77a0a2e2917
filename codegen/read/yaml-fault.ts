import type { YAMLError } from "yaml";
import { lineText, locate, type SourceFile, type Span } from "./source.ts";

/** Where a fault of YAML is best shown, and what it most likely comes from. */
export interface YamlFault {
  readonly span: Span;
  readonly message: string;
}

/** Says what the parser found in terms of what a person wrote: a parser only knows what it expected instead. */
export function yamlFault(file: SourceFile, { code, message, pos }: Pick<YAMLError, "code" | "message" | "pos">): YamlFault {
  const span: Span = { file, start: pos[0], end: pos[1] };
  const place = locate(span);
  const line = lineText(file, place.line);
  const said = `This is not valid YAML: ${message}.`;
  const curly = /[\u201c\u201d\u2018\u2019]/.exec(line);
  if (curly !== null) {
    const start = span.start - place.column + 1 + curly.index;
    return { span: { file, start, end: start + 1 }, message: `${curly[0]} is a typographic quote: YAML knows only " and '.` };
  }
  switch (code) {
    case "TAB_AS_INDENT":
      return { span, message: "A tab cannot indent: YAML wants spaces." };
    case "BAD_INDENT":
      return message.includes(" end with a ") ? unclosed(span, message) : { span: textAt(span), message: misaligned };
    case "BLOCK_AS_IMPLICIT_KEY":
      return { span, message: nested(line) };
    case "MULTILINE_IMPLICIT_KEY":
      return { span: firstLine(span), message: 'This key has no value: a key ends with a colon and a space, as in "name: value".' };
    case "BLOCK_IN_FLOW":
      return { span, message: "A key on a line of its own cannot stand inside [ ] or { }: above this line a ] or } is missing." };
    case "BAD_SCALAR_START":
      return { span, message: `Text cannot begin with ${file.text[pos[0]]} here. Put the whole text into quotes.` };
    case "BAD_DQ_ESCAPE":
      return { span, message: `${said} Between ' and ' a backslash is only a backslash.` };
    case "MULTIPLE_DOCS":
      return { span: firstLine(span), message: "A second document begins here: a file holds one." };
    default:
      return { span, message: said };
  }
}

const misaligned = "This line is indented otherwise than the keys that it belongs to: all keys of one mapping begin in the same column.";

const nested = (line: string): string =>
  /: .*: /.test(line)
    ? 'There is a second ": " in this line. Put text that holds one into quotes.'
    : "The value of this key stands on its line, and a mapping follows below: a key has one or the other. Check the indentation.";

/** The fault shows where the next line begins; what is amiss stands before it. */
function unclosed({ file, start, end }: Span, message: string): YamlFault {
  const closing = message.at(-1) ?? "";
  const before = file.text.slice(0, start).trimEnd();
  const last = before.slice(before.lastIndexOf("\n") + 1);
  const comment = / #/.exec(last);
  if (comment === null) {
    return {
      span: textAt({ file, start, end }),
      message: `Something opened above is not closed before this line: a ${closing} is missing.`,
    };
  }
  const hash = before.length - last.length + comment.index + 1;
  return {
    span: { file, start: hash, end: before.length },
    message: `A # after a space begins a comment, so that the ${closing} of this line is lost. Put text that begins with # into quotes.`,
  };
}

/** From the first character of the line that is no space. */
function textAt({ file, start }: Span): Span {
  const indent = /^[ \t]*/.exec(file.text.slice(start))?.[0].length ?? 0;
  return firstLine({ file, start: start + indent, end: file.text.length });
}

const firstLine = ({ file, start, end }: Span): Span => {
  const stop = file.text.indexOf("\n", start);
  return { file, start, end: Math.max(start + 1, stop === -1 ? end : Math.min(end, stop)) };
};
