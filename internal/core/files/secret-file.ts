import { randomUUID } from "node:crypto";
import { link, open, readFile, rename, rm, stat } from "node:fs/promises";
import { StartError } from "../problems/start-error.ts";

/**
 * The text of a file that only its owner may read (mode 0600), which is made when there is none yet. Processes that start together
 * agree on one. Throws a StartError when others can read it.
 */
export async function secretFile(path: string, make: () => Promise<string>): Promise<string> {
  const text = await readFile(path, "utf8").catch(unlessMissing);
  if (text === undefined) {
    // Written aside and then linked: nobody sees half a file, and of several that try, one wins.
    await aside(path, await make(), (written) => link(written, path).catch(unlessThere));
    return secretFile(path, make);
  }
  const { mode } = await stat(path);
  if (process.platform !== "win32" && (mode & 0o077) !== 0) {
    throw new StartError(`${path} holds private keys and others can read it. Run: chmod 600 ${path}`);
  }
  return text;
}

/** Puts another text in the place of the file's, at once: whoever reads sees the one or the other. */
export async function replaceSecretFile(path: string, text: string): Promise<void> {
  await aside(path, text, (written) => rename(written, path));
}

async function aside(path: string, text: string, place: (written: string) => Promise<void>): Promise<void> {
  const written = `${path}.${randomUUID()}`;
  const file = await open(written, "wx", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
    await place(written);
  } finally {
    await file.close();
    await rm(written, { force: true });
  }
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}
