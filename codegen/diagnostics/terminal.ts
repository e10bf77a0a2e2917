import type { SourceFile } from "../read/source.ts";
import { catalog } from "./catalog.ts";
import { frame, printable } from "./frame.ts";
import type { Diagnostic } from "./problems.ts";

const fixes = new Map<string, string>(Object.values(catalog).map(({ code, fix }) => [code, fix]));

/** Problems for people: place, code, the line with a caret, what was probably meant, what to do. "" when there are none. */
export function terminalReport(diagnostics: readonly Diagnostic[], files: readonly SourceFile[]): string {
  if (diagnostics.length === 0) return "";
  const sources = new Map(files.map((file) => [file.path, file]));
  const blocks = diagnostics.map((diagnostic) => {
    const { severity, code, message, location, length, suggestion, related = [] } = diagnostic;
    const file = sources.get(location.file);
    const notes = [
      ...(suggestion === undefined ? [] : [`did you mean "${suggestion}"?`]),
      ...related.map((other) => `${place(other.location)}: ${other.message}`),
      `fix: ${fixes.get(code) ?? ""}`,
    ];
    return [
      `${place(location)}: ${severity} ${code}: ${printable(message)}`,
      ...(file === undefined ? [] : frame(file, location, length)),
      ...notes.map((note) => `  = ${printable(note)}`),
    ].join("\n");
  });
  return `${[...blocks, summary(diagnostics)].join("\n\n")}\n`;
}

const place = ({ file, line, column }: Diagnostic["location"]): string => `${printable(file)}:${line}:${column}`;

function summary(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? "" : "s"}`;
  return `${count(errors, "error")}, ${count(diagnostics.length - errors, "warning")}`;
}
