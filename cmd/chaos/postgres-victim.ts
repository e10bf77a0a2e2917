import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startPostgres } from "../../codegen/database/start-postgres.ts";
import type { Victim } from "./victim.ts";

const startAgain = 200;
const mostStarts = 60;

/** A Postgres server. It is killed by its first process; the others notice and end, and it recovers from its log. Paused are all. */
export async function postgresVictim(): Promise<Victim & { readonly url: string }> {
  const server = await startPostgres(["--locale-provider=icu", "--icu-locale=en-US"], ["max_connections=200"]);
  const postmaster = (): number => Number(readFileSync(join(server.folder, "postmaster.pid"), "utf8").split("\n")[0]);
  const children = (pid: number): readonly number[] =>
    readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);

  return {
    name: "postgres",
    url: server.url,
    async kill() {
      process.kill(postmaster(), "SIGKILL");
      // Its memory is in use until the last of them has gone.
      for (let tries = 1; ; tries++) {
        await sleep(startAgain);
        const failure = await server.restart().then(
          () => undefined,
          (error) => error,
        );
        if (failure === undefined) return;
        if (tries === mostStarts) throw failure;
      }
    },
    async pause(milliseconds) {
      const first = postmaster();
      const all = [first, ...children(first)];
      for (const pid of all) signal(pid, "SIGSTOP");
      await sleep(milliseconds);
      for (const pid of all) signal(pid, "SIGCONT");
    },
    async stop() {
      await server.stop();
      return null;
    },
  };
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // A connection's process that has just ended.
  }
}
