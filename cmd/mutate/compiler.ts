import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { type Mutant, mutated } from "./mutant.ts";

/** Says whether a fault would not get past the compiler: the first error of the faulty file. Throws where there is one without the fault. */
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
  const firstError = (file: string): string | undefined => {
    const [first] = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)];
    return first === undefined ? undefined : ts.flattenDiagnosticMessageText(first.messageText, " ").slice(0, 120);
  };
  return {
    refusal(mutant) {
      const { file } = mutant;
      if (!files.has(file)) {
        files.add(file);
        const error = firstError(file);
        if (error !== undefined) throw new Error(`Without any fault, the compiler refuses ${file}: ${error}`);
      }
      fault = { file, text: mutated(readFileSync(file, "utf8"), mutant), version: String(++faults) };
      const error = firstError(file);
      fault = undefined;
      return error;
    },
  };
}
