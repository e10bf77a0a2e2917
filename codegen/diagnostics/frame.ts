import type { Location } from "../model/model.ts";
import { lineText, type SourceFile } from "../read/source.ts";

const widest = 120;

/** The line of a problem with carets under it. A long line is cut to what stands around the place. */
export function frame(file: SourceFile, location: Location, length: number): readonly string[] {
  const whole = lineText(file, location.line);
  const from = Math.max(0, Math.min(location.column - 1 - widest / 3, whole.length - widest));
  const start = whole.length <= widest ? 0 : Math.floor(from);
  const line = printable(whole.slice(start, start + widest));
  const at = location.column - 1 - start;
  const gutter = " ".repeat(String(location.line).length);
  const carets = "^".repeat(Math.max(1, Math.min(length, line.length - at)));
  return [`${gutter} |`, `${location.line} | ${line}`, `${gutter} | ${" ".repeat(at)}${carets}`];
}

/** Text of a spec goes to a terminal only without control characters; each becomes one character, so that carets stay in place. */
export const printable = (text: string): string =>
  text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (char) => (char === "\t" ? " " : "\ufffd"));
