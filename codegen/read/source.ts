import type { Location } from "../model/model.ts";

/** A spec as it lies on disk; `path` is relative to the project's root, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Read only because another file seems to refer to it. */
  readonly part?: true;
}

/** A piece of a file, by offsets into its text. Lines are counted only when somebody asks. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

const lineStarts = new WeakMap<SourceFile, readonly number[]>();

function starts(file: SourceFile): readonly number[] {
  let found = lineStarts.get(file);
  if (found === undefined) {
    const lines = [0];
    for (let at = file.text.indexOf("\n"); at !== -1; at = file.text.indexOf("\n", at + 1)) lines.push(at + 1);
    found = lines;
    lineStarts.set(file, found);
  }
  return found;
}

/** Line and column, both from 1, of where a span begins. */
export function locate({ file, start }: Span): Location {
  const lines = starts(file);
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  return { file: file.path, line: low + 1, column: start - (lines[low] ?? 0) + 1 };
}

/** The text of a line, from 1, without its end. */
export function lineText(file: SourceFile, line: number): string {
  const lines = starts(file);
  const from = lines[line - 1] ?? file.text.length;
  return file.text.slice(from, lines[line] ?? file.text.length).replace(/\r?\n$/, "");
}
