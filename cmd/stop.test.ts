import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, statSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { register, until } from "./testing/api.ts";
import { startPlatformProcess } from "./testing/platform-process.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "archwright-"));
/** Far longer than a test may take: what is over before was not waited for. */
const grace = { SHUTDOWN_GRACE_SECONDS: "600", LOG_LEVEL: "info" };

test("a stop waits for an upload under way, and keeps it", async () => {
  const data = folder();
  const platform = await startPlatformProcess(data, grace);
  const ada = await register(platform.url);
  const { hostname, port } = new URL(platform.url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  const answered = once(socket, "data");
  socket.write(
    `POST /api/v1/artifacts?name=slow.txt HTTP/1.1\r\nHost: a\r\nAuthorization: ${ada.headers.authorization}\r\nContent-Length: 10\r\n\r\nhalf `,
  );
  // A connection that nothing was read from yet is idle, and may be closed. The sample's data come in there too.
  const incoming = join(data, "artifacts", "incoming");
  const begun = (file: string) => statSync(join(incoming, file), { throwIfNoEntry: false })?.size === "half ".length;
  await until("the upload has begun", async () => (existsSync(incoming) && readdirSync(incoming).some(begun)) || undefined);
  const before = platform.output().length;
  const stopped = platform.stop();
  await until("it is stopping", async () => (platform.output().slice(before).includes("stopping") ? true : undefined));
  socket.write("whole");
  expect(String((await answered)[0])).toMatch(/^HTTP\/1.1 201 /);
  expect(await stopped).toBe(0);

  const again = await startPlatformProcess(data);
  const signedIn = await fetch(`${again.url}/api/v1/auth/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: ada.email, password: ada.password }),
  });
  const { accessToken } = (await signedIn.json()) as { accessToken: string };
  const list = await fetch(`${again.url}/api/v1/artifacts`, { headers: { authorization: `Bearer ${accessToken}` } });
  const { items } = (await list.json()) as { items: { name: string; size: number }[] };
  expect(items).toContainEqual(expect.objectContaining({ name: "slow.txt", size: 10 }));
  expect(await again.stop()).toBe(0);
});

test("a request under way on a kept connection is answered, and its sender told to take another connection", async () => {
  const platform = await startPlatformProcess(folder(), grace);
  const ada = await register(platform.url);
  const { hostname, port } = new URL(platform.url);
  const socket = connect(Number(port), hostname);
  socket.setEncoding("utf8");
  await once(socket, "connect");
  const head = (method: string, path: string, more: string) =>
    `${method} /api/v1${path} HTTP/1.1\r\nHost: a\r\nAuthorization: ${ada.headers.authorization}\r\n${more}\r\n`;
  let heard = "";
  socket.on("data", (text: string) => {
    heard += text;
  });
  socket.write(head("GET", "/pipelines", ""));
  await until("the first answer is whole", async () => (heard.includes('"items"') ? true : undefined));
  expect(heard).toMatch(/^connection: keep-alive\r$/im);
  heard = "";
  socket.write(head("POST", "/pipelines", "Content-Type: application/json\r\nContent-Length: 12\r\n"));
  // Node has read the head of the request by the time that it answers another connection.
  await ada.send("GET", "/pipelines");
  const closed = once(socket, "close");
  const stopped = platform.stop();
  await until("it is stopping", async () => (platform.output().includes("stopping") ? true : undefined));
  socket.write('{"name": 7}\n');
  await closed;
  expect(heard).toMatch(/^HTTP\/1\.1 422 /);
  expect(heard).toMatch(/^connection: close\r$/im);
  expect(await stopped).toBe(0);
});

test("a stop does not wait for an open stream of events, which ends as a whole", async () => {
  const platform = await startPlatformProcess(folder(), grace);
  const ada = await register(platform.url);
  const definition = { steps: [{ id: "one", tool: "wait", inputs: { seconds: "3000" } }] };
  const pipeline = await ada.call<{ id: string }>("POST", "/pipelines", { name: "Waits", definition });
  const run = await ada.call<{ id: string }>("POST", "/runs", { pipelineId: pipeline.id });
  const stream = await ada.send("GET", `/runs/${run.id}/events`);
  const text = stream.text();
  const stopped = platform.stop();
  expect(await text).toContain('"kind":"step"');
  expect(await stopped).toBe(0);
});

test("npm, told to stop, stops the platform that it started: nothing is left behind", async () => {
  // Without what `npm start` does first: the pages are not needed here.
  const platform = await startPlatformProcess(folder(), { LOG_LEVEL: "info" }, ["npm", "start", "--ignore-scripts"]);
  await platform.stop();
  await until("the platform has stopped", async () => (platform.output().includes('"msg":"stopped"') ? true : undefined));
  await expect(fetch(`${platform.url}/health/ready`)).rejects.toThrow();
});
