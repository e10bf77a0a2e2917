import { chmodSync, cpSync, existsSync, mkdirSync, statSync } from "node:fs";
import { basename, join, posix } from "node:path";
import { contextOf, takenBy } from "./context.ts";
import { runInJail } from "./jail.ts";
import type { Stage, Step } from "./stages.ts";

/** What a stage has come to. */
export interface Built {
  /** Its files, without those of its base image. */
  readonly root: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Does what the stages say, each in a folder of its own below `place`, as far as files and commands go: ENV, WORKDIR, COPY and RUN. Gives
 * the last one. @throws when a COPY finds nothing or a command fails
 */
export async function buildStages(root: string, stages: readonly Stage[], place: string, say: (line: string) => void): Promise<Built> {
  const context = await contextOf(root);
  const built = new Map<string, Built>();
  for (const { name, steps } of stages) {
    let stage: Built = { root: join(place, name), folder: "/", env: {} };
    mkdirSync(stage.root, { recursive: true });
    chmodSync(stage.root, 0o755);
    for (const step of steps) {
      if (step.keyword === "ENV") stage = { ...stage, env: { ...stage.env, ...step.pairs } };
      if (step.keyword === "WORKDIR") {
        stage = { ...stage, folder: posix.resolve(stage.folder, step.words[0] ?? "") };
        mkdirSync(join(stage.root, stage.folder), { recursive: true });
      }
      if (step.keyword === "COPY") copy(root, context, built, stage, step);
      if (step.keyword === "RUN") {
        say(`${name}: ${step.text}`);
        await runInJail(stage, ["sh", "-c", step.text]);
      }
    }
    built.set(name, stage);
  }
  const last = [...built.values()].at(-1);
  if (last === undefined) throw new Error("The Dockerfile has no stage.");
  return last;
}

/** COPY: files go into the folder, of a folder all that is in it. */
function copy(
  root: string,
  context: readonly string[],
  built: ReadonlyMap<string, Built>,
  stage: Built,
  { words, flags, line }: Step,
): void {
  const sources = words.slice(0, -1);
  const target = words.at(-1) ?? "";
  const at = join(stage.root, posix.resolve(stage.folder, target));
  const into = (source: string): string => (target.endsWith("/") || sources.length > 1 || target === "." ? join(at, basename(source)) : at);
  for (const source of sources) {
    if (flags.from !== undefined) {
      const from = join(built.get(flags.from)?.root ?? "", source);
      if (!existsSync(from)) throw new Error(`Dockerfile:${line}: the stage ${flags.from} has no ${source}.`);
      cpSync(from, statSync(from).isDirectory() ? at : into(source), { recursive: true, verbatimSymlinks: true });
      continue;
    }
    const files = takenBy(context, source);
    if (files.length === 0) throw new Error(`Dockerfile:${line}: the context has no ${source}.`);
    for (const file of files) cpSync(join(root, file), file === source ? into(source) : join(at, file.slice(source.length)));
  }
}
