import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Figures, percentile } from "./report.ts";

const root = join(import.meta.dirname, "../..");

/** Milliseconds of the generator's command, process start included: everything made anew, and nothing changed. Medians. */
export async function benchGenerate(times: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), "archwright-bench-"));
  for (const part of ["package.json", "tsconfig.json", "openapi", "sql", "codegen", "generated", "internal"]) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const generate = (): number => {
    const began = performance.now();
    execFileSync(process.execPath, [join(folder, "codegen/cli.ts"), "generate"], { cwd: folder, stdio: "ignore" });
    return performance.now() - began;
  };
  try {
    generate();
    const unchanged = Array.from({ length: times }, generate);
    const anew = Array.from({ length: times }, () => {
      // The SDK and the database types come from other generators, which run only when the document or the migrations changed.
      for (const domain of ["auth", "organizations", "artifacts", "tools", "pipelines", "runs"])
        rmSync(join(folder, "generated", domain), { recursive: true });
      return generate();
    });
    return { "generate-anew-ms": percentile(anew, 0.5), "generate-unchanged-ms": percentile(unchanged, 0.5) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
