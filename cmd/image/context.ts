import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import dockerignore from "@balena/dockerignore";

// Its types say that it has a default, which it is itself.
const ignore = dockerignore as unknown as typeof dockerignore.default;

/** Every file that `docker build` would be given: those of `root` that .dockerignore lets through, as paths below it. */
export async function contextOf(root: string): Promise<readonly string[]> {
  const rules = ignore().add(readFileSync(join(root, ".dockerignore"), "utf8").split("\n"));
  const tops = (await readdir(root)).filter((name) => name !== "node_modules" && name !== ".git");
  const found = await Promise.all(
    tops.map(async (top) => {
      const inner = await readdir(join(root, top), { recursive: true, withFileTypes: true }).catch(() => undefined);
      if (inner === undefined) return [top];
      return inner.filter((one) => !one.isDirectory()).map((one) => join(one.parentPath, one.name).slice(root.length + 1));
    }),
  );
  return rules.filter(found.flat()).sort();
}

/** What of the context `COPY <source>` takes: the file, or all below the folder. */
export const takenBy = (context: readonly string[], source: string): readonly string[] =>
  context.filter((file) => file === source || file.startsWith(`${source.replace(/\/$/, "")}/`));
