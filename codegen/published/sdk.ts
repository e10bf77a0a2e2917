import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { needed } from "./needed.ts";
import { sdkAdditions } from "./sdk-additions.ts";

/** How it is asked; part of what decides whether it must be asked again. */
export const sdkOptions = {
  // The machine's tsconfig must not change what comes out.
  output: { module: { extension: ".ts" }, tsConfigPath: null },
  plugins: ["@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk", "@tanstack/react-query"],
  additions: [...sdkAdditions.values()],
} as const;

/** `generated/sdk/`: a typed client of the published document with TanStack Query options, by @hey-api/openapi-ts. */
export async function sdk(document: string): Promise<ReadonlyMap<string, string>> {
  const { createClient } = await needed("@hey-api/openapi-ts", () => import("@hey-api/openapi-ts"));
  const folder = await mkdtemp(join(tmpdir(), "sdk-"));
  try {
    await createClient({
      // Parsed: handed the file, it takes six times as long.
      input: JSON.parse(document),
      output: { ...sdkOptions.output, path: folder },
      logs: { level: "silent", file: false },
      plugins: sdkOptions.plugins,
    });
    return new Map([...(await readAll(folder)), ...sdkAdditions]);
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
