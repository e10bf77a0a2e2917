import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Logs, and when it is told to stop, says so and ends: as a server does. */
const program = `
  import { createLog } from ${JSON.stringify(join(import.meta.dirname, "create-log.ts"))};
  const log = createLog("info");
  process.on("SIGTERM", () => { log.info({}, "stopping"); log.info({}, "stopped"); process.exit(0); });
  log.info({}, "started");
  setInterval(() => {}, 1000);
`;

test("a process whose log nobody reads any more goes on, and ends when it is told to", { timeout: 20_000 }, async () => {
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [first] = await once(child.stdout, "data");
    expect(JSON.parse(String(first))).toMatchObject({ level: "info", msg: "started" });
    child.stdout.destroy();
    await once(child.stdout, "close");
    child.kill("SIGTERM");
    expect(await once(child, "exit", { signal: AbortSignal.timeout(10_000) })).toEqual([0, null]);
  } finally {
    child.kill("SIGKILL");
  }
});
