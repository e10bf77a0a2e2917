import type { SourceFile } from "../read/source.ts";
import type { Diagnostic } from "./problems.ts";
export const report = (diagnostics: readonly Diagnostic[], _files: readonly SourceFile[]): string =>
  diagnostics.map((d) => `${d.location.file}:${d.location.line}:${d.location.column} ${d.severity} ${d.code} ${d.message}`).join("\n");
