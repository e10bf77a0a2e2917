import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { compile } from "./compile.ts";
import { documentsBelow } from "./documents.ts";
import type { CorpusResult, Generated } from "./result.ts";

/** How long one document may take. */
const patience = 60_000;
const atOnce = 2;

/** Generates every document below a folder into a temporary one, and compiles what came out. */
export async function runCorpus(given: string): Promise<readonly CorpusResult[]> {
  const folder = resolve(given);
  const target = mkdtempSync(join(tmpdir(), "archwright-corpus-"));
  try {
    const documents = documentsBelow(folder);
    const told: (Generated | Error)[] = [];
    let next = 0;
    const work = async (): Promise<void> => {
      for (let index = next++; index < documents.length; index = next++) {
        told[index] = await generateOne(folder, documents[index] ?? "", join(target, String(index)));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    const faults = await compile(target);
    return documents.map((document, index) => resultOf(document, told[index] ?? new Error("was not tried"), faults.get(String(index))));
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
}

async function generateOne(folder: string, document: string, target: string): Promise<Generated | Error> {
  const script = join(import.meta.dirname, "generate-one.ts");
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script, folder, document, target], {
      timeout: patience,
      killSignal: "SIGKILL",
    });
    return JSON.parse(stdout) as Generated;
  } catch (error) {
    const { killed, stderr } = error as { killed?: boolean; stderr?: string };
    const said = /^\w*Error: .*$/m.exec(stderr ?? "")?.[0];
    return new Error(killed === true ? `took longer than ${patience / 1000} s` : (said ?? String(error)).slice(0, 300));
  }
}

function resultOf(document: string, told: Generated | Error, fault: string | undefined): CorpusResult {
  const nothing = { milliseconds: undefined, operations: 0, warnings: 0 };
  if (told instanceof Error) return { document, outcome: "crashed", ...nothing, error: told.message };
  if (told.kind === "diagnosed") return { document, outcome: "diagnosed", ...nothing, warnings: told.warnings, error: told.error };
  const { milliseconds, operations, warnings } = told;
  return { document, outcome: fault === undefined ? "compiled" : "broken", milliseconds, operations, warnings, error: fault };
}
