import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { register } from "./testing/api.ts";
import { type PlatformProcess, startPlatformProcess } from "./testing/platform-process.ts";

describe("signing in over HTTP", () => {
  let platform: PlatformProcess;
  beforeAll(async () => {
    platform = await startPlatformProcess(mkdtempSync(join(tmpdir(), "archwright-")));
  });
  afterAll(() => platform.stop());

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${platform.url}/api/v1${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const cookieOf = (answer: Response) => String(answer.headers.get("set-cookie")).split(";")[0] ?? "";

  test("a browser keeps its session in a cookie, trades it, and loses it when it signs out", async () => {
    const { email, password } = await register(platform.url);
    const signedIn = await post("/auth/sign-in", { email, password, keep: "cookie" });
    expect(signedIn.status).toBe(200);
    expect(signedIn.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Strict; Path=\/api\/v1\/auth; Max-Age=\d+; Secure$/);
    expect(await signedIn.json()).not.toHaveProperty("refreshToken");

    const refreshed = await post("/auth/refresh", undefined, { cookie: cookieOf(signedIn) });
    expect(refreshed.status).toBe(200);
    const { accessToken } = (await refreshed.json()) as { accessToken: string };
    const signedOut = await post("/auth/sign-out", undefined, { authorization: `Bearer ${accessToken}` });
    expect(signedOut.status).toBe(204);
    expect(signedOut.headers.get("set-cookie")).toContain("Max-Age=0");
    expect((await post("/auth/refresh", undefined, { cookie: cookieOf(refreshed) })).status).toBe(401);
  });

  test("what only other domains may call is refused to everybody, its owner included", async () => {
    const ada = await register(platform.url);
    const body = { name: "Stolen", userId: "us-0000000000000000", userName: "Eve", email: "eve@example.com" };
    expect([403, 404]).toContain((await ada.send("POST", "/internal/organizations", body)).status);
    expect([403, 404]).toContain((await ada.send("GET", "/internal/organizations/of-user/us-0000000000000000")).status);
  });

  test("a file goes up, comes down as it was and is never shown inside the site", async () => {
    const ada = await register(platform.url);
    const content = "<script>alert(1)</script>";
    const upload = await fetch(`${platform.url}/api/v1/artifacts?name=${encodeURIComponent("Übersicht.html")}`, {
      method: "POST",
      headers: { ...ada.headers, "content-type": "text/html" },
      body: content,
    });
    expect(upload.status).toBe(201);
    const { id } = (await upload.json()) as { id: string };
    const download = await ada.send("GET", `/artifacts/${id}/content`);
    expect(await download.text()).toBe(content);
    expect(download.headers.get("content-disposition")).toMatch(/^attachment; .*filename\*=UTF-8''%C3%9Cbersicht\.html$/);
    expect(download.headers.get("x-content-type-options")).toBe("nosniff");
    const eve = await register(platform.url, "Eve");
    expect((await eve.send("GET", `/artifacts/${id}/content`)).status).toBe(404);
  });

  test("a tool refuses to reach into our own network", async () => {
    const ada = await register(platform.url);
    const answer = await ada.send("POST", "/tools/http.request/invoke", { input: { url: platform.url } });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ pointer: "/input/url" }] });
  });
});
