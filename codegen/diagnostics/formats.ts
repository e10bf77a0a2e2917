import type { SourceFile } from "../read/source.ts";
import type { Diagnostic } from "./problems.ts";

export const formats = ["terminal", "json", "github", "sarif"] as const;
export type Format = (typeof formats)[number];

type Write = (diagnostics: readonly Diagnostic[], specs: readonly SourceFile[]) => string;

/** Only the reporter that is asked for is loaded. */
const reporters: Readonly<Record<Format, () => Promise<Write>>> = {
  terminal: async () => (await import("./terminal.ts")).terminalReport,
  json: async () => (await import("./json.ts")).jsonReport,
  github: async () => (await import("./github.ts")).githubReport,
  sarif: async () => (await import("./sarif.ts")).sarifReport,
};

/** The problems in a format; without a line end at the end. "" where the format has nothing to say of none. */
export async function report(format: Format, diagnostics: readonly Diagnostic[], specs: readonly SourceFile[]): Promise<string> {
  const write = await reporters[format]();
  return write(diagnostics, specs).trimEnd();
}

/** Throws a sentence when there is no such format. */
export function formatOf(name: string): Format {
  const format = formats.find((known) => known === name);
  if (format === undefined) throw new Error(`--format is one of ${formats.join(", ")}, not ${name}.`);
  return format;
}
