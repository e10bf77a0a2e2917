import { once } from "node:events";
import { mkdirSync, mkdtempSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { register, until } from "./testing/api.ts";
import { type PlatformProcess, runToEnd, startPlatformProcess } from "./testing/platform-process.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "archwright-"));

describe("a start that cannot succeed says why", () => {
  test("the port is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    const { code, output } = await runToEnd({ DATA_DIR: folder(), HOST: "127.0.0.1", PORT: String(port), LOG_LEVEL: "error" });
    other.close();
    expect(code).toBe(1);
    expect(output).toContain(`Port ${port} is in use`);
    expect(output).not.toMatch(/^ +at /m);
  });

  test("the data folder is a file", async () => {
    const file = join(folder(), "data");
    writeFileSync(file, "");
    const { code, output } = await runToEnd({ DATA_DIR: file, PORT: "0" });
    expect(code).toBe(1);
    expect(output).toContain(`${file} is not a folder`);
  });

  // Nothing stops root but a file system that takes no files.
  const sealed = process.getuid?.() === 0 ? "/sys/archwright" : join(folder(), "sealed", "data");
  test.skipIf(process.platform !== "linux")("the data folder is not writable", async () => {
    if (!sealed.startsWith("/sys")) mkdirSync(dirname(sealed), { mode: 0o500 });
    const { code, output } = await runToEnd({ DATA_DIR: sealed, PORT: "0" });
    expect(code).toBe(1);
    expect(output).toMatch(/DATA_DIR: .* cannot be written \(E[A-Z]+\)/);
  });

  test("a setting has the wrong type", async () => {
    const { code, output } = await runToEnd({ DATA_DIR: folder(), PORT: "eighty", RUNS_LEASE_SECONDS: "soon" });
    expect(code).toBe(1);
    expect(output).toContain('PORT must be a whole number, but it is "eighty"');
  });

  test("the database cannot be reached", async () => {
    const { code, output } = await runToEnd({
      DATA_DIR: folder(),
      PORT: "0",
      DATABASE_URL: "postgres://nobody:secret@127.0.0.1:1/nowhere",
    });
    expect(code).toBe(1);
    expect(output).toMatch(/127\.0\.0\.1:1/);
    expect(output).not.toContain("secret");
    expect(output).not.toMatch(/^ +at /m);
  });
});

describe("a running platform", () => {
  let platform: PlatformProcess;
  beforeAll(async () => {
    platform = await startPlatformProcess(folder());
  });
  afterAll(() => platform.stop());

  test("tells where it is, where data lies and how to get in", async () => {
    await until("it says so", async () => (platform.output().includes("Stop with") ? true : undefined));
    expect(platform.output()).toContain(`Archwright is ready at ${platform.url}`);
    expect(platform.output()).toContain("create the first account");
  });

  test("keeps a data folder that it made to its user", async () => {
    const data = join(folder(), "new");
    const other = await startPlatformProcess(data);
    expect(statSync(data).mode & 0o777).toBe(0o700);
    await other.stop();
  });

  test("answers a malformed body with a problem that says where", async () => {
    const answer = await fetch(`${platform.url}/api/v1/auth/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"email": ',
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
  });

  test("answers a missing token with 401", async () => {
    const answer = await fetch(`${platform.url}/api/v1/pipelines`);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ status: 401, title: "Sign in first" });
  });

  test("hides what belongs to another organization, and changes nothing", async () => {
    const [ada, eve] = await Promise.all([register(platform.url, "Ada"), register(platform.url, "Eve")]);
    const definition = { steps: [{ id: "one", tool: "wait", inputs: { seconds: "1" } }] };
    const pipeline = await ada.call<{ id: string; version: number }>("POST", "/pipelines", { name: "Mine", definition });
    const path = `/pipelines/${pipeline.id}`;
    expect((await eve.send("GET", path)).status).toBe(404);
    expect((await eve.send("PATCH", path, { name: "Stolen" })).status).toBe(404);
    expect((await eve.send("DELETE", path)).status).toBe(404);
    expect((await eve.send("POST", "/runs", { pipelineId: pipeline.id })).status).toBe(404);
    expect(await ada.call("GET", path)).toMatchObject({ name: "Mine", version: pipeline.version });
  });

  test("stops cleanly when asked to", async () => {
    const other = await startPlatformProcess(folder());
    expect(await other.stop()).toBe(0);
  });
});
