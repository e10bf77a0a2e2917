import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** `generated/sdk/`: a typed client of the published document with TanStack Query options, by @hey-api/openapi-ts. */
export async function sdk(document: string): Promise<ReadonlyMap<string, string>> {
  const { createClient } = await import("@hey-api/openapi-ts");
  const folder = await mkdtemp(join(tmpdir(), "sdk-"));
  try {
    await createClient({
      // Parsed: handed the file, it takes six times as long.
      input: JSON.parse(document),
      output: { path: folder, module: { extension: ".ts" }, tsConfigPath: null },
      logs: { level: "silent", file: false },
      plugins: ["@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk", "@tanstack/react-query"],
    });
    return await readAll(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readAll(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.map(
      async (file): Promise<[string, string]> => [
        `generated/sdk/${file.slice(folder.length + 1).replaceAll("\\", "/")}`,
        await readFile(file, "utf8"),
      ],
    ),
  );
  return new Map(texts.sort(([a], [b]) => (a < b ? -1 : 1)));
}
