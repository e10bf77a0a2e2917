import { spawn } from "node:child_process";
import { join } from "node:path";
import { createServer } from "vite";

// The platform, restarted whenever its code changes, and the pages with hot reload before it.
const root = join(import.meta.dirname, "..");
const port = process.env.PORT ?? "8080";
process.env.ARCHWRIGHT_API = `http://localhost:${port}`;

const platform = spawn(process.execPath, ["--watch", "--watch-preserve-output", join(root, "cmd/platform.ts")], {
  stdio: "inherit",
  env: { ...process.env, PORT: port },
});
const pages = await createServer({ configFile: join(root, "web/vite.config.ts") });
await pages.listen();
process.stdout.write(`\n  Pages with hot reload: ${pages.resolvedUrls?.local[0]}\n`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, async () => {
    platform.kill("SIGTERM");
    await pages.close();
    process.exit(0);
  });
}
