import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A NATS server of its own on the loopback, whose address stays the same when it is killed and started again. */
export interface OwnNats {
  readonly url: string;
  start(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  signal(name: "SIGSTOP" | "SIGCONT"): void;
  /** Deletes what JetStream keeps; only while it is killed. */
  wipe(): Promise<void>;
  /** Ends it and removes all of it. */
  remove(): Promise<void>;
}

/** Whether this machine has a NATS server to start. */
export const hasNats = (): boolean => spawnSync("nats-server", ["--version"]).status === 0;

/** Starts a server with JetStream, or without; one that wants a password, if told. @throws with its last words when it does not start */
export async function startNats({ jetstream = true, user = "", password = "" } = {}): Promise<OwnNats> {
  const folder = await mkdtemp(join(tmpdir(), "archwright-nats-"));
  const port = await freePort();
  const args = [
    "-a",
    "127.0.0.1",
    "-p",
    String(port),
    ...(jetstream ? ["-js", "-sd", folder] : []),
    ...(user === "" ? [] : ["--user", user, "--pass", password]),
  ];
  let server: ChildProcess;
  let exited: Promise<unknown>;

  async function start(): Promise<void> {
    let said = "";
    server = spawn("nats-server", args, { stdio: ["ignore", "ignore", "pipe"] });
    exited = once(server, "exit");
    server.stderr?.on("data", (text) => {
      said = (said + text).slice(-10_000);
    });
    for (let waited = 0; !(await answers(port)); waited += 20) {
      if (server.exitCode !== null || waited > 15_000) throw new Error(`nats-server did not start:\n${said}`);
      await sleep(20);
    }
  }
  async function kill(): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill("SIGKILL");
    await exited;
  }

  await start();
  return {
    url: `nats://127.0.0.1:${port}`,
    start,
    kill,
    signal: (name) => void server.kill(name),
    wipe: () => rm(join(folder, "jetstream"), { recursive: true, force: true }),
    async remove() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("The loopback has no free port.");
  return address.port;
}

function answers(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(port, "127.0.0.1");
  socket.once("data", () => resolve(true));
  socket.once("error", () => resolve(false));
  return promise.finally(() => socket.destroy());
}
