import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { completed, ownPackage, type PackageJson } from "./package-json.ts";

const template = join(import.meta.dirname, "template");

/**
 * Makes a folder a project: whatever is missing is written, whatever is there is left as it is, but for package.json, which gets
 * what it lacks. Gives the paths that were written. Throws a sentence when the folder holds specs or a broken package.json already.
 */
export async function init(root: string): Promise<readonly string[]> {
  const specs = await readdir(join(root, "openapi")).catch(() => []);
  if (specs.length > 0) throw new Error("This folder has an openapi/ with files already: it is a project. See `archwright new`.");
  const name = packageName(basename(root));
  const entries = await readdir(template, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(template.length + 1));
  const written: string[] = [await completePackage(root, name)];
  for (const file of files.sort()) {
    const path = file
      .replaceAll("\\", "/")
      .replace(/\.template$/, "")
      .replace(/^gitignore$/, ".gitignore");
    const text = (await readFile(join(template, file), "utf8")).replace(/^# NAME$/m, `# ${name}`);
    if (await create(join(root, path), text)) written.push(path);
  }
  return written;
}

async function completePackage(root: string, name: string): Promise<string> {
  const path = join(root, "package.json");
  const text = await readFile(path, "utf8").catch(() => undefined);
  let given: PackageJson = {};
  try {
    given = text === undefined ? {} : (JSON.parse(text) as PackageJson);
  } catch (cause) {
    throw new Error("package.json is not JSON: correct or remove it.", { cause });
  }
  await mkdir(root, { recursive: true });
  await writeFile(path, `${JSON.stringify(completed(given, name, await ownPackage()), null, 2)}\n`);
  return "package.json";
}

/** Whether it was written: a file that is there stays. */
async function create(path: string, text: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  return writeFile(path, text, { flag: "wx" }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return false;
      throw error;
    },
  );
}

/** A folder's name as npm takes it. */
const packageName = (folder: string): string =>
  folder
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+/, "") || "service";
