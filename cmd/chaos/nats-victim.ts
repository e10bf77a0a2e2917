import { setTimeout as sleep } from "node:timers/promises";
import { startNats } from "../../internal/core/testing/start-nats.ts";
import type { Victim } from "./victim.ts";

/** A NATS server with JetStream. */
export async function natsVictim(): Promise<Victim & { readonly url: string; wipe(): Promise<void> }> {
  const server = await startNats();
  return {
    name: "nats",
    url: server.url,
    async kill() {
      await server.kill();
      await server.start();
    },
    /** It comes back with nothing that it had kept. */
    async wipe() {
      await server.kill();
      await server.wipe();
      await server.start();
    },
    async pause(milliseconds) {
      server.signal("SIGSTOP");
      await sleep(milliseconds);
      server.signal("SIGCONT");
    },
    async stop() {
      await server.remove();
      return null;
    },
  };
}
