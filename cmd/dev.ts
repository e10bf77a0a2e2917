import { spawn } from "node:child_process";
import { join } from "node:path";
import { createServer } from "vite";
import { whenStarterEnds } from "../internal/core/http/starter.ts";

// The platform, restarted whenever its code changes, and the pages with hot reload before it. The platform says where both are.
const root = join(import.meta.dirname, "..");
const port = process.env.PORT ?? "8080";
process.env.ARCHWRIGHT_API = `http://localhost:${port}`;

const pages = await createServer({ configFile: join(root, "web/vite.config.ts") });
await pages.listen();
const platform = spawn(process.execPath, ["--watch", "--watch-preserve-output", join(root, "cmd/platform.ts")], {
  stdio: "inherit",
  env: { ...process.env, PORT: port, ARCHWRIGHT_PAGES: pages.resolvedUrls?.local[0]?.replace(/\/$/, "") },
});

async function stop(): Promise<void> {
  platform.kill("SIGTERM");
  await pages.close();
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop());
whenStarterEnds(process.env, () => void stop());
