import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../codegen/database/free-port.ts";
import type { Role } from "../../internal/core/processes/role.ts";
import { commandOf, type PlatformProcess, startPlatformProcess } from "../testing/platform-process.ts";
import type { Victim } from "./victim.ts";

const startAgain = 200;
const mostStarts = 60;

export interface PlatformVictim extends Victim {
  readonly url: string;
  /** What it wrote since it was last started. */
  output(): string;
}

/** One role of the platform, or all of them, in a process of its own, which keeps its address when it starts again. */
export async function platformVictim(
  role: Role | "platform",
  number: number,
  data: string,
  env: Readonly<Record<string, string>>,
): Promise<PlatformVictim> {
  const fixed = { ...env, PORT: String(await freePort()) };
  let running = await begin();

  /** Tries until it starts: what it needs may be down just now. */
  async function begin(): Promise<PlatformProcess> {
    for (let tries = 1; ; tries++) {
      try {
        return await startPlatformProcess(data, fixed, commandOf(role));
      } catch (error) {
        if (tries === mostStarts) throw error;
        await sleep(startAgain);
      }
    }
  }

  return {
    name: `${role} ${number}`,
    url: running.url,
    async kill() {
      await running.kill();
      running = await begin();
    },
    async pause(milliseconds) {
      running.signal("SIGSTOP");
      await sleep(milliseconds);
      running.signal("SIGCONT");
    },
    stop: () => running.stop(),
    output: () => running.output(),
  };
}
