import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { problem } from "../problems/problem.ts";
import { createLog } from "./create-log.ts";

/** Logs, and when it is told to stop, says so and ends: as a server does. */
const program = `
  import { createLog } from ${JSON.stringify(join(import.meta.dirname, "create-log.ts"))};
  const log = createLog("info", []);
  process.on("SIGTERM", () => { log.info({}, "stopping"); log.info({}, "stopped"); process.exit(0); });
  log.info({}, "started");
  setInterval(() => {}, 1000);
`;

test("a process whose log nobody reads any more goes on, and ends when it is told to", { timeout: 40_000 }, async () => {
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

/** The lines that a log with these sensitive names writes. */
function lines(sensitive: readonly string[], write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const written: string[] = [];
  write(createLog("debug", sensitive, { write: (line) => void written.push(line) }));
  return written.map((line) => JSON.parse(line));
}

test("a line is an object with its level, its time, what it belongs to and what it says", () => {
  const [line] = lines([], (log) => log.child({ request: "rq-1", organization: "og-1" }).warn({ run: "rn-1", at: new Date(0) }, "Said."));
  expect(line).toEqual({
    level: "warn",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    request: "rq-1",
    organization: "og-1",
    run: "rn-1",
    at: "1970-01-01T00:00:00.000Z",
    msg: "Said.",
  });
});

test("what specs, the platform's settings and HTTP call secret is hidden at any depth, and in what a log is bound to", () => {
  const [line] = lines(["passwordHash", "pin"], (log) =>
    log
      .child({ pin: "s3cret", by: "test" })
      .info(
        { rows: [{ id: "us-1", passwordhash: "s3cret", deep: { PIN: ["s3cret"] } }], headers: { Cookie: "s3cret" }, smtpUrl: "s3cret" },
        "Said.",
      ),
  );
  expect(JSON.stringify(line)).not.toContain("s3cret");
  expect(line).toMatchObject({ pin: "[hidden]", by: "test", rows: [{ id: "us-1", deep: { PIN: "[hidden]" } }], smtpUrl: "[hidden]" });
});

test("an error tells where it comes from, down to its causes, and nothing of the data that it happened to", () => {
  const row = new pg.DatabaseError("new row violates check constraint", 0, "error");
  Object.assign(row, {
    severity: "ERROR",
    code: "23514",
    table: "users",
    constraint: "users_check",
    detail: "Failing row contains (s3cret).",
  });
  const value = new pg.DatabaseError('invalid input syntax for type integer: "s3cret"', 0, "error");
  Object.assign(value, { severity: "ERROR", code: "22P02", where: "unnamed portal parameter $1 = 's3cret'" });
  let parsing: unknown;
  try {
    JSON.parse("s3cret");
  } catch (error) {
    parsing = error;
  }
  const sent = Object.assign(new Error("fetch failed", { cause: value }), { config: { headers: { authorization: "s3cret" } } });
  const [first, second, third] = lines([], (log) => {
    log.error({ err: problem.unavailable("Not now.", { cause: row }) }, "First.");
    log.error({ err: sent }, "Second.");
    log.error({ err: new AggregateError([parsing], "several") }, "Third.");
  });
  expect(JSON.stringify([first, second, third])).not.toContain("s3cret");
  expect(first?.err).toMatchObject({
    type: "Problem",
    status: 503,
    message: "Not now.",
    cause: { code: "23514", table: "users", constraint: "users_check", message: "new row violates check constraint" },
  });
  expect(second?.err).toMatchObject({
    stack: expect.stringMatching(/^\s+at .*create-log\.test\.ts/),
    cause: { code: "22P02", message: "invalid input syntax for type integer" },
  });
  expect(third?.err).toMatchObject({ message: "several", errors: [{ message: "The text is not JSON." }] });
});
