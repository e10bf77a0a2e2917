/**
 * Builds the pages into web/dist, unless what they are made from is the same as last time. Runs before each start, so the
 * unchanged case does nothing but hash.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { glob, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = `${root}web/dist`;
const hashFile = `${dist}/.hash`;
const fresh = `${dist}.new`;
const turn = `${dist}.turn`;
const longestBuild = 120_000;
const sources = [
  "web/src/**",
  "web/public/**",
  "generated/{menu.gen.ts,sdk/**}",
  "web/{index.html,vite.config.ts,build.ts}",
  "package-lock.json",
];

/** One digest over the names and contents of all sources, in a fixed order. */
async function hashSources(): Promise<string> {
  const files: string[] = [];
  for await (const entry of glob(sources, { cwd: root, withFileTypes: true }))
    if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) files.push(`${entry.parentPath}/${entry.name}`);
  const hash = createHash("sha256");
  const contents = await Promise.all(files.sort().map(async (file) => ({ file, content: await readFile(file) })));
  for (const { file, content } of contents) hash.update(`${file.slice(root.length)}\0${content.length}\0`).update(content);
  return hash.digest("hex");
}

/** Builds beside the old pages and swaps them at the end: a build that fails leaves what was there. */
async function buildPages(hash: string): Promise<void> {
  // Tests build, too: with their NODE_ENV, React's development code would be kept and served from then on.
  process.env.NODE_ENV = "production";
  const { build } = await import("vite");
  try {
    await build({ configFile: `${root}web/vite.config.ts`, logLevel: "error", build: { outDir: fresh, emptyOutDir: true } });
    await compress(`${fresh}/assets`);
    await writeFile(`${fresh}/.hash`, hash);
    await rm(dist, { recursive: true, force: true });
    await rename(fresh, dist);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Puts beside each text what the server sends of it to browsers that take Brotli or gzip. */
async function compress(folder: string): Promise<void> {
  const texts = (await readdir(folder)).filter((name) => /\.(js|css|svg)$/.test(name));
  await Promise.all(
    texts.map(async (name) => {
      const text = await readFile(`${folder}/${name}`);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
      await writeFile(`${folder}/${name}.br`, await promisify(brotliCompress)(text, { params }));
      await writeFile(`${folder}/${name}.gz`, await promisify(gzip)(text, { level: constants.Z_BEST_COMPRESSION }));
    }),
  );
}

/** Waits until no other process builds, which tests that start side by side do. Returns how to let the next one in. */
async function takeTurn(): Promise<() => Promise<void>> {
  for (;;) {
    try {
      await mkdir(turn);
      return () => rm(turn, { recursive: true, force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    // Left by one that was killed.
    const { mtimeMs = Date.now() } = (await stat(turn).catch(() => undefined)) ?? {};
    if (Date.now() - mtimeMs > longestBuild) await rm(turn, { recursive: true, force: true });
    await sleep(100);
  }
}

const isBuilt = async (hash: string): Promise<boolean> => existsSync(hashFile) && (await readFile(hashFile, "utf8")) === hash;

try {
  const hash = await hashSources();
  if (!(await isBuilt(hash))) {
    const leave = await takeTurn();
    try {
      const begin = performance.now();
      if (!(await isBuilt(hash))) {
        await buildPages(hash);
        console.log(`Built the pages in ${((performance.now() - begin) / 1000).toFixed(1)} s.`);
      }
    } finally {
      await leave();
    }
  }
} catch (error) {
  console.error(`The pages could not be built: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
