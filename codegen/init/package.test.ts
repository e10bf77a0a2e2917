import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { freePort } from "../database/free-port.ts";
import { repository } from "../fixture/repository.ts";
import { type Section, sectionsOf } from "./testing/page.ts";

const minutes = 60_000;

/** What a stranger does with the packed package, word for word as docs/getting-started.md says: nothing else reaches into this repository. */
describe("the packed package, in a project of its own", () => {
  let folder: string;
  let project: string;
  let postgres: string;
  let page: readonly Section[];
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "archwright-package-"));
    // As root, Postgres runs as another user, who must reach what is installed here.
    await chmod(folder, 0o755);
    project = join(folder, "tasks");
    postgres = await (await fetch(inject("postgresBroker"))).text();
    page = sectionsOf(await readFile(join(repository, "docs/getting-started.md"), "utf8"));
    await run(repository, "npm", "pack", "--pack-destination", folder);
    await shell(folder, commands("Make a project"));
  }, 10 * minutes);
  afterAll(async () => {
    for (const child of running) child.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  const environment = () => ({
    ...process.env,
    // The Node of the machine, which may be older than this repository's.
    PATH: (process.env.PATH ?? "")
      .split(delimiter)
      .filter((path) => !path.includes("node_modules"))
      .join(delimiter),
    ARCHWRIGHT_POSTGRES_URL: postgres,
    npm_config_loglevel: "error",
    npm_config_prefer_offline: "true",
    npm_config_audit: "false",
    npm_config_fund: "false",
  });

  async function run(cwd: string, command: string, ...args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(command, args, { cwd, env: environment(), maxBuffer: 64 * 1024 * 1024 }).catch(
      (error: { stdout: string; stderr: string }) => {
        throw new Error(`${command} ${args.join(" ")} failed:\n${error.stdout}\n${error.stderr}`);
      },
    );
    return stdout;
  }

  const shell = (cwd: string, lines: readonly string[]) => run(cwd, "sh", "-ec", lines.join("\n"));

  /** What the page has people type below a heading. */
  function commands(title: string, language = "sh"): readonly string[] {
    const section = page.find((one) => one.title.endsWith(title));
    return section?.blocks.find((block) => block.language === language)?.lines ?? expect.unreachable(`The page has no "${title}".`);
  }

  it(
    "starts, and answers what the page asks it",
    async () => {
      expect(commands("Start it")).toEqual(["npm start"]);
      const port = await freePort();
      const child = spawn("npm", ["start"], {
        cwd: project,
        env: { ...environment(), PORT: String(port) },
        stdio: ["ignore", "pipe", "pipe"],
      });
      running.push(child);
      await addressOf(child);
      const [created, listed] = await asked(commands("Call it"), port);
      expect(JSON.parse(created ?? "")).toMatchObject({ title: "Try it", status: "open" });
      expect(JSON.parse(listed ?? "")).toMatchObject({ items: [{ title: "Try it" }] });
      child.kill("SIGTERM");
      await once(child, "exit");
    },
    2 * minutes,
  );

  /** What each call of a block answers. A bare machine has no curl: what the page types is sent all the same. */
  async function asked(lines: readonly string[], port: number): Promise<readonly string[]> {
    const stub = join(folder, "curl");
    const program = `const { parseArgs } = require("node:util");
const options = { request: { type: "string", short: "X" }, header: { type: "string", short: "H", multiple: true }, data: { type: "string", short: "d" }, globoff: { type: "boolean", short: "g" } };
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const headers = (values.header ?? []).map((header) => header.split(/: */));
fetch(positionals[0], { method: values.request ?? "GET", headers, body: values.data }).then((answer) => answer.text()).then((text) => console.log(text));`;
    await writeFile(stub, `#!/bin/sh\nexec "${process.execPath}" -e '${program}' -- "$@"\n`, { mode: 0o755 });
    const text = lines.map((line) => line.replaceAll("localhost:8080", `localhost:${port}`).replace(/^curl /, `"${stub}" `));
    return (await shell(project, text)).trim().split("\n");
  }

  it(
    "generates code that imports the runtime from the package",
    async () => {
      const text = await readFile(join(project, "generated/tasks/service.gen.ts"), "utf8");
      expect(text).toContain('from "archwright/core/context/context";');
      expect(text).not.toContain("internal/core");
      expect(JSON.parse(await readFile(join(project, "generated/openapi.json"), "utf8"))).toMatchObject({ info: { title: "tasks" } });
      expect(await run(project, "npm", "run", "--silent", "generate")).toContain("Up to date");
    },
    minutes,
  );

  it(
    "writes the next migrations when the spec changes",
    async () => {
      expect(await run(project, "npm", "run", "--silent", "migrate")).toContain("nothing to migrate");
      const spec = join(project, "openapi/tasks.yaml");
      const text = await readFile(spec, "utf8");
      const notes = /^ +notes: .+\n/m.exec(text)?.[0] ?? expect.unreachable("The sample has no notes.");
      await writeFile(spec, text.replace(notes, `${notes}${commands("Change it", "yaml").join("\n")}\n`));
      const [start, ...rest] = commands("Change it").toReversed();
      expect(start).toBe("npm start");
      expect(await shell(project, rest.toReversed())).toContain("create  sql/tasks/0002_adds_tasks_rank.postgres.sql");
    },
    2 * minutes,
  );

  it(
    "checks, compiles, keeps the contracts that were generated, and breaks no callers",
    async () => {
      const git = ["-c", "user.name=x", "-c", "user.email=x@example.com"];
      await run(project, "git", "init", "--quiet", "--initial-branch=main");
      await run(project, "git", "add", "-A");
      await run(project, "git", ...git, "commit", "--quiet", "-m", "Begin");
      expect(await shell(project, commands("Keep it right"))).toMatch(/\d+ passed/);
    },
    4 * minutes,
  );

  it.each(["sqlite", "postgres"] as const)(
    "starts and serves on %s",
    async (dialect) => {
      const data = join(folder, `data-${dialect}`);
      const database = await databaseOf(dialect);
      const env = {
        ...environment(),
        PORT: "0",
        HOST: "127.0.0.1",
        DATA_DIR: data,
        LOG_LEVEL: "warn",
        ...(database && { DATABASE_URL: database }),
      };
      const child = spawn(process.execPath, ["cmd/service.ts"], { cwd: project, env, stdio: ["ignore", "pipe", "pipe"] });
      running.push(child);
      const url = await addressOf(child);
      const { stdout: token } = await promisify(execFile)(process.execPath, ["cmd/token.ts"], { cwd: project, env });
      const call = (method: string, path: string, body?: object) =>
        fetch(`${url}${path}`, {
          method,
          headers: { authorization: `Bearer ${token.trim()}`, ...(body && { "content-type": "application/json" }) },
          ...(body && { body: JSON.stringify(body) }),
        });
      expect((await fetch(`${url}/tasks`)).status).toBe(401);
      const created = await call("POST", "/tasks", { title: "Try it" });
      expect(created.status).toBe(201);
      const { id } = (await created.json()) as { id: string };
      expect(await (await call("POST", `/tasks/${id}/complete`)).json()).toMatchObject({ id, status: "done", rank: 0, version: 2 });
      expect(await (await call("GET", "/tasks?filter[status][eq]=done")).json()).toMatchObject({ items: [{ id }] });
      expect((await call("POST", "/tasks", { title: "Try it" })).status).toBe(409);
      child.kill("SIGTERM");
      expect(await once(child, "exit")).toEqual([0, null]);
    },
    minutes,
  );

  it(
    "takes further entities and domains",
    async () => {
      expect(await shell(project, commands("Make it yours"))).toContain("change  openapi/tasks.yaml");
      expect((await run(project, "npm", "run", "--silent", "check")).trim()).toBe("");
      await run(project, "npm", "run", "typecheck");
    },
    3 * minutes,
  );

  it(
    "carries the showcase: examples/conduit, with its own tests on both databases",
    async () => {
      const conduit = join(folder, "conduit");
      const own = (path: string) => !/[\\/](?:node_modules|data)$/.test(path);
      await cp(join(repository, "examples/conduit"), conduit, { recursive: true, filter: own });
      // It asks for what `init` asks for: what was installed once serves both.
      await symlink(join(project, "node_modules"), join(conduit, "node_modules"));
      expect((await run(conduit, "npm", "run", "--silent", "check")).trim()).toBe("");
      await run(conduit, "npm", "run", "typecheck");
      expect(await run(conduit, "npm", "test")).toMatch(/\d+ passed/);
    },
    5 * minutes,
  );

  it("says of every package that it imports whether it comes along, or is needed by some", async () => {
    const packed = join(project, "node_modules/archwright");
    const { dependencies, peerDependencies } = JSON.parse(await readFile(join(packed, "package.json"), "utf8"));
    const files = (await readdir(join(packed, "dist"), { recursive: true })).filter((path) => path.endsWith(".js"));
    const texts = await Promise.all(files.map((path) => readFile(join(packed, "dist", path), "utf8")));
    const imported = texts.flatMap((text) => [
      ...text.matchAll(/^(?:import|export) .*?from "([^".][^"]*)";$|\bimport\("([^".][^"]*)"\)/gm),
    ]);
    const names = new Set(imported.map(([, name, late]) => /^(?:@[^/]+\/)?[^/]+/.exec(name ?? late ?? "")?.[0] ?? ""));
    const declared = new Set(Object.keys({ ...dependencies, ...peerDependencies }));
    expect(names.size).toBeGreaterThan(20);
    expect([...names].filter((name) => !name.startsWith("node:") && !declared.has(name))).toEqual([]);
    expect(declared).not.toContain("vega-datasets");
  });

  it("asks for nothing that the showcase does not", async () => {
    const read = async (path: string) =>
      JSON.parse(await readFile(path, "utf8")) as Record<"dependencies" | "devDependencies" | "allowScripts", object>;
    const [init, conduit] = [await read(join(project, "package.json")), await read(join(repository, "examples/conduit/package.json"))];
    expect(conduit.devDependencies).toEqual(init.devDependencies);
    expect(conduit.allowScripts).toEqual(init.allowScripts);
    expect(Object.keys(conduit.dependencies)).toEqual(Object.keys(init.dependencies));
  });

  async function databaseOf(dialect: "sqlite" | "postgres"): Promise<string | undefined> {
    if (dialect === "sqlite") return undefined;
    const url = new URL(postgres);
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    url.pathname = `/package_${process.pid}`;
    await client.query(`create database package_${process.pid}`);
    await client.end();
    return url.href;
  }
});

/** What a service says of where it listens. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk: unknown): void => {
      said += String(chunk);
      const [, url] = /Ready at (http:\S+)/.exec(said) ?? [];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.on("exit", () => reject(new Error(`The service did not start:\n${said}`)));
  });
}
