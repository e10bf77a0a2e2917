import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../codegen/database/free-port.ts";
import { buildStages } from "./image/build.ts";
import { collected, inJail, type Jail, runInJail, signalJail } from "./image/jail.ts";
import { lastOf, stagesOf } from "./image/stages.ts";

// Rehearses the Dockerfile where there is no container engine: does what its stages say in folders, then runs what came of it as the image
// would run: as its user, with no rights, on a tree that cannot be written. usage: npm run image (as root, on Linux)
if (process.platform !== "linux" || process.getuid?.() !== 0) {
  process.stderr.write("This needs Linux and root: it mounts folders. With a container engine, build the image itself: docker build .\n");
  process.exit(2);
}
const root = join(import.meta.dirname, "..");
const place = mkdtempSync(join(tmpdir(), "archwright-image-"));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const stages = stagesOf(readFileSync(join(root, "Dockerfile"), "utf8"));
const image = stages.at(-1);
const words = (keyword: string): readonly string[] => (image && lastOf(image, keyword)?.words) ?? [];
try {
  const built = await buildStages(root, stages, place, say);
  const data = join(place, "data");
  const user = Number(words("USER")[0]?.split(":")[0]);
  mkdirSync(data);
  chownSync(data, user, user);
  chmodSync(place, 0o755);
  const port = await freePort();
  // Listens to this machine alone, and does as where others reach it.
  const env = { ...built.env, HOST: "127.0.0.1", PUBLIC_URL: "https://flows.example.com", PORT: String(port), LOG_LEVEL: "warn" };
  const jail: Jail = { ...built, env, readOnly: { user, mounts: { [words("VOLUME")[0] ?? "/data"]: data } } };
  const size = execFileSync("du", ["-sm", "--exclude=opt", join(built.root, built.folder)], { encoding: "utf8" }).split("\t")[0];
  say(`image: ${size} MB on top of its base`);

  const entry = words("ENTRYPOINT");
  say(`migrate.ts: ${(await runInJail(jail, [...entry, "cmd/migrate.ts"])).trim().split("\n").at(-1)}`);
  const running = inJail(jail, [...entry, ...words("CMD")]);
  const written = collected(running);
  const exited = once(running, "close") as Promise<[number | null]>;
  try {
    const healthy = (): Promise<boolean> =>
      runInJail(jail, words("HEALTHCHECK")).then(
        () => true,
        () => false,
      );
    while (!(await healthy())) {
      if (running.exitCode !== null) throw new Error(`The platform ended:\n${written()}`);
      await sleep(250);
    }
    say("HEALTHCHECK: ready");
    await pagesAreThere(`http://127.0.0.1:${port}`);
    const example = execFileSync(process.execPath, [join(root, "examples/first-run.ts")], {
      env: { ...process.env, ARCHWRIGHT_URL: `http://127.0.0.1:${port}` },
      encoding: "utf8",
    });
    if (!example.includes("run: succeeded")) throw new Error(`The first run did not succeed:\n${example}`);
    say("first run: succeeded");
  } catch (error) {
    process.stderr.write(`The platform wrote:\n${written()}\n`);
    throw error;
  } finally {
    if (running.exitCode === null) signalJail(running, "SIGTERM");
  }
  const [code] = await exited;
  if (code !== 0) throw new Error(`It ended with ${code} after SIGTERM:\n${written()}`);
  say("SIGTERM: it stopped by itself");
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(place, { recursive: true, force: true });
}

/** The page, and each script and style that it names. */
async function pagesAreThere(url: string): Promise<void> {
  const page = await (await fetch(`${url}/`)).text();
  const assets = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = ""]) => path);
  const answers = await Promise.all(assets.map((path) => fetch(`${url}${path}`)));
  if (assets.length === 0 || answers.some(({ ok }) => !ok)) throw new Error("The pages are not whole.");
  say(`pages: ${assets.length} assets`);
}
