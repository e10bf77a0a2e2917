import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * As root, Postgres runs as another user, who must be able to reach its programs: where a folder above them is closed to others it
 * would die without a word. Throws a sentence that names the folder.
 */
export async function assertReachable(programs: string): Promise<void> {
  for (let folder = dirname(fileURLToPath(programs)); folder !== dirname(folder); folder = dirname(folder)) {
    const { mode } = await stat(folder);
    if ((mode & 0o001) !== 0) continue;
    throw new Error(
      `Postgres does not run as root, and the user that it runs as cannot reach ${folder}. Run as another user, move the project, allow it with \`chmod o+x ${folder}\`, or name a server to use: ARCHWRIGHT_POSTGRES_URL=postgres://…`,
    );
  }
}
