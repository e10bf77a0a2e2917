import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { generator } from "./project.ts";

/**
 * Milliseconds from the change of a spec to the last file that `--watch` writes for it, the pause in which it lets an editor finish
 * included: by the files' own times, for each of `times` edits. Edits follow each other sooner than the other generators are asked.
 */
export async function watchMilliseconds(folder: string, spec: string, times: number): Promise<readonly number[]> {
  const child = spawn(process.execPath, [...generator, "--watch"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  const said = (pattern: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`The watcher never said ${pattern}.`)), 60_000);
      lines.on("line", function listen(line) {
        if (!pattern.test(line)) return;
        clearTimeout(timer);
        lines.off("line", listen);
        resolve();
      });
    });
  try {
    await said(/^Up to date|changed \(/);
    const path = join(folder, spec);
    const text = readFileSync(path, "utf8");
    const took: number[] = [];
    for (let edit = 1; edit <= times; edit++) {
      const done = said(/made anew in/);
      writeFileSync(path, text.replace(/^( +description: )(?=[A-Z])/m, `$1${"Again ".repeat(edit)}`));
      await done;
      took.push(lastWrite(join(folder, "generated")) - statSync(path).mtimeMs);
    }
    return took;
  } finally {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
}

const lastWrite = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
