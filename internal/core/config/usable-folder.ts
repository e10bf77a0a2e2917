import { constants } from "node:fs";
import { access, mkdir, stat } from "node:fs/promises";
import { ConfigError } from "./settings.ts";

/** Makes the data folder, for this user alone: passwords' hashes lie in it. Makes sure that it can be written. @throws ConfigError */
export async function usableFolder(folder: string): Promise<void> {
  const failure = await mkdir(folder, { recursive: true, mode: 0o700 })
    .then(() => access(folder, constants.W_OK))
    .then(() => stat(folder))
    .then(
      (found) => (found.isDirectory() ? undefined : "is not a folder"),
      (error: NodeJS.ErrnoException) =>
        error.code === "EEXIST" || error.code === "ENOTDIR" ? "is not a folder" : `cannot be written (${error.code})`,
    );
  if (failure !== undefined) throw new ConfigError([`DATA_DIR: ${folder} ${failure}. Choose a folder that this user may write to.`]);
}
