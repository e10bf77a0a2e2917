import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase } from "archwright/core/testing/test-databases";
import { afterAll, beforeAll, describe } from "vitest";

const root = join(import.meta.dirname, "../..");

/** Declares the same tests for each database: the suite asks for the address of a service that runs on it as `npm start` does. */
export function onEachDatabase(suite: (api: () => string) => void): void {
  for (const dialect of ["sqlite", "postgres"] as const) {
    describe(`on ${dialect}`, () => {
      let url: string | undefined;
      let stop = async (): Promise<void> => {};
      beforeAll(async () => {
        const database = await createTestDatabase(dialect);
        const folder = await mkdtemp(join(tmpdir(), "conduit-"));
        const env = { ...process.env, PORT: "0", HOST: "127.0.0.1", DATA_DIR: folder, DATABASE_URL: database.url, LOG_LEVEL: "warn" };
        const child = spawn(process.execPath, ["cmd/service.ts"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
        stop = async () => {
          if (child.exitCode === null && child.kill("SIGTERM")) await once(child, "exit");
          await database.remove();
          await rm(folder, { recursive: true, force: true });
        };
        url = await addressOf(child);
      });
      afterAll(() => stop());
      suite(() => {
        if (url === undefined) throw new Error("The service runs only while tests do: ask for its address inside one.");
        return url;
      });
    });
  }
}

/** Where it says that it listens. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => {
        said += chunk;
        const [, url] = /Ready at (http:\S+)/.exec(said) ?? [];
        if (url !== undefined) resolve(url);
      });
    }
    child.once("exit", () => reject(new Error(`The service did not start:\n${said}`)));
  });
}
