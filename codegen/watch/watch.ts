import { watch as watchFolder } from "node:fs";
import { join } from "node:path";
import { terminalReport } from "../diagnostics/terminal.ts";
import { generateCommand, type Print } from "../generate/command.ts";
import { inputs } from "../generate/stamp.ts";
import { Session } from "./session.ts";

/** Editors write a file in several steps. */
const settleMilliseconds = 20;
/** Databases and other generators are asked when nobody has typed for a while. */
const restMilliseconds = 1000;

/** Regenerates whenever a spec changes, until `signal` aborts: what follows from the specs at once, all the rest after a pause. */
export async function watch(root: string, print: Print, signal: AbortSignal): Promise<void> {
  const session = new Session(root);
  await update(root, session, print);
  let work = rest(root, print);
  let soon: NodeJS.Timeout | undefined;
  let later: NodeJS.Timeout | undefined;
  const watcher = watchFolder(join(root, "openapi"), { signal, recursive: true });
  const changed = (): void => {
    clearTimeout(soon);
    clearTimeout(later);
    // One at a time, so that no two write the same file.
    soon = setTimeout(() => {
      work = work.then(() => update(root, session, print));
    }, settleMilliseconds);
    later = setTimeout(() => {
      work = work.then(() => rest(root, print));
    }, restMilliseconds);
  };
  watcher.on("change", changed);
  await new Promise<void>((resolve, reject) => {
    watcher.on("error", reject);
    watcher.on("close", resolve);
  });
  clearTimeout(soon);
  clearTimeout(later);
  await work;
}

async function update(root: string, session: Session, print: Print): Promise<void> {
  const started = performance.now();
  try {
    const { specs, diagnostics, differences, edited, anew } = await session.update();
    if (diagnostics.length > 0) print(terminalReport(diagnostics, specs).trimEnd());
    if (edited.length > 0)
      print(`Changed by hand since they were generated, and left so:\n${edited.map((path) => `  ${path}`).join("\n")}`);
    if (differences === undefined) return;
    for (const { kind, path } of differences) print(`${kind.padEnd(6)}  ${path}`);
    print(`${anew.join(", ") || "Nothing"} made anew in ${Math.round(performance.now() - started)} ms. Watching ${join(root, "openapi")}.`);
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
  }
}

/** What takes seconds. */
async function rest(root: string, print: Print): Promise<void> {
  try {
    await generateCommand(root, { mode: "write", inputs: inputs(root) }, print);
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
  }
}
