import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { type Mutant, mutated } from "./mutant.ts";

/** Says whether a fault would not get past the compiler: the first error of the faulty file. */
export interface Compiler {
  refusal(mutant: Mutant): string | undefined;
}

/** A compiler that keeps a project's program, and looks only at the file that has the fault. */
export function compilerOf(folder: string): Compiler {
  const path = join(folder, "tsconfig.json");
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(path, ts.sys.readFile).config, ts.sys, folder);
  const files = new Set<string>();
  let fault: { readonly file: string; readonly text: string; readonly version: string } | undefined;
  let faults = 0;
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [...files],
    getScriptVersion: (file) => (file === fault?.file ? fault.version : "0"),
    getScriptSnapshot: (file) => {
      if (!ts.sys.fileExists(file)) return undefined;
      return ts.ScriptSnapshot.fromString(file === fault?.file ? fault.text : readFileSync(file, "utf8"));
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
  return {
    refusal(mutant) {
      files.add(mutant.file);
      fault = { file: mutant.file, text: mutated(readFileSync(mutant.file, "utf8"), mutant), version: String(++faults) };
      const [first] = [...service.getSyntacticDiagnostics(mutant.file), ...service.getSemanticDiagnostics(mutant.file)];
      return first === undefined ? undefined : ts.flattenDiagnosticMessageText(first.messageText, " ").slice(0, 120);
    },
  };
}
