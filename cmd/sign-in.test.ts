import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { register } from "./testing/api.ts";
import { type PlatformProcess, startPlatformProcess } from "./testing/platform-process.ts";

describe("signing in over HTTP", () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "archwright-"));
  let platform: PlatformProcess;
  beforeAll(async () => {
    platform = await startPlatformProcess(dataFolder);
  });
  afterAll(() => platform.stop());

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${platform.url}/api/v1${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  /** The cookies that an answer sets, as a browser sends them, with the secret that goes into a header. */
  const jarOf = (answer: Response) => {
    const pairs = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
    const csrf = pairs.find((pair) => pair.startsWith("archwright_csrf="))?.split("=")[1] ?? "";
    return { cookie: pairs.join("; "), "x-csrf-token": csrf };
  };
  const enter = async () => {
    const { email, password } = await register(platform.url);
    const answer = await post("/auth/sign-in", { email, password, keep: "cookie" });
    expect(answer.status).toBe(200);
    return { answer, jar: jarOf(answer) };
  };
  const getMe = (headers: Record<string, string>) => fetch(`${platform.url}/api/v1/auth/me`, { headers });

  test("a browser has its session in cookies alone, trades them, and loses it when it signs out", async () => {
    const { answer, jar } = await enter();
    const attributes = answer.headers.getSetCookie().map((cookie) => cookie.slice(cookie.indexOf("; ") + 2));
    expect(attributes).toEqual([
      expect.stringMatching(/^HttpOnly; SameSite=Lax; Path=\/; Max-Age=900; Secure$/),
      expect.stringMatching(/^HttpOnly; SameSite=Strict; Path=\/api\/v1\/auth; Max-Age=\d+; Secure$/),
      expect.stringMatching(/^SameSite=Lax; Path=\/; Max-Age=\d+; Secure$/),
      expect.stringMatching(/^HttpOnly; SameSite=Strict; Path=\/api\/v1\/auth; Max-Age=7776000; Secure$/),
    ]);
    expect(Object.keys((await answer.json()) as object).toSorted()).toEqual(["expiresIn", "user"]);
    expect((await getMe({ cookie: jar.cookie })).status).toBe(200);

    const refreshed = await post("/auth/refresh", undefined, jar);
    expect(refreshed.status).toBe(200);
    const next = jarOf(refreshed);
    expect(next["x-csrf-token"]).toBe(jar["x-csrf-token"]);
    const signedOut = await post("/auth/sign-out", undefined, next);
    expect([signedOut.status, signedOut.headers.getSetCookie().every((cookie) => cookie.includes("Max-Age=0"))]).toEqual([204, true]);
    expect((await post("/auth/refresh", undefined, next)).status).toBe(401);
    expect((await getMe({ cookie: next.cookie })).status).toBe(401);
  });

  test("stolen cookies without the secret of the session change nothing", async () => {
    const { jar } = await enter();
    // The thief has what scripts cannot read: the access token and the refresh token.
    const cookie = jar.cookie.split("; ").slice(0, 2).join("; ");
    const [access = "", refreshToken = ""] = cookie.split("; ").map((pair) => pair.slice(pair.indexOf("=") + 1));
    const guess = { "x-csrf-token": access.slice(0, 43) };
    const attempts = [
      post("/auth/refresh", undefined, { cookie }),
      post("/auth/refresh", undefined, { cookie, ...guess }),
      post("/auth/refresh", { refreshToken }),
      post("/auth/sign-out", undefined, { cookie }),
      post("/auth/sign-out", undefined, { cookie, ...guess }),
      post("/auth/sign-out", undefined, { authorization: `Bearer ${access}` }),
      post("/pipelines", { name: "Stolen", definition: { steps: [] } }, { cookie }),
      post("/pipelines", { name: "Stolen", definition: { steps: [] } }, { authorization: `Bearer ${access}` }),
    ];
    for (const { status } of await Promise.all(attempts)) expect([401, 403]).toContain(status);
    expect((await post("/auth/refresh", undefined, jar)).status).toBe(200);
  });

  test("an access token dies with its session, at once", async () => {
    const ada = await register(platform.url);
    expect((await ada.send("GET", "/pipelines")).status).toBe(200);
    expect((await ada.send("POST", "/auth/sign-out/everywhere", {})).status).toBe(204);
    const refused = await ada.send("GET", "/pipelines");
    expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([401, 'Bearer error="invalid_token"']);
  });

  test("a service token does what it may, is shown once, and dies when it is revoked", async () => {
    const ada = await register(platform.url);
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    const body = { name: "CI", permissions: ["pipelines.read"], expiresAt };
    const made = await ada.call<{ token: string; serviceToken: { id: string } }>("POST", "/auth/service-tokens", body);
    const asToken = (method: string, path: string, given?: unknown) =>
      ada.send(method, path, given, { authorization: `Bearer ${made.token}` });
    expect((await asToken("GET", "/pipelines")).status).toBe(200);
    expect((await asToken("GET", "/artifacts")).status).toBe(403);
    for (const [method, path, given] of [
      ["POST", "/auth/service-tokens", body],
      ["POST", "/organization/service-tokens", body],
      ["POST", "/auth/password", { current: ada.password, password: "another long passphrase" }],
      ["POST", "/auth/sign-out/everywhere", {}],
      ["GET", "/auth/sessions", undefined],
    ] as const)
      expect([path, (await asToken(method, path, given)).status]).toEqual([path, 403]);
    await ada.call("DELETE", `/auth/service-tokens/${made.serviceToken.id}`);
    expect((await asToken("GET", "/pipelines")).status).toBe(401);
  });

  test("anybody can check tokens with the published keys", async () => {
    const { headers } = await register(platform.url);
    const keys = createRemoteJWKSet(new URL(`${platform.url}/.well-known/jwks.json`));
    const token = headers.authorization?.slice("Bearer ".length) ?? "";
    const { payload, protectedHeader } = await jwtVerify(token, keys, { issuer: "archwright", audience: "archwright" });
    expect(protectedHeader).toMatchObject({ alg: "ES256", kid: expect.any(String), typ: "at+jwt" });
    expect(Object.keys(payload).toSorted()).toEqual(["aud", "exp", "iat", "iss", "nbf", "org", "roles", "sid", "sub"]);
    expect(Number(payload.exp) - Number(payload.iat)).toBe(900);
  });

  test("whoever runs the platform makes accounts, resets their passwords and rotates keys beside the running process", {
    timeout: 90_000,
  }, async () => {
    const admin = async (...args: readonly string[]): Promise<string> => {
      const env = { ...process.env, DATA_DIR: dataFolder, LOG_LEVEL: "error" };
      const run = promisify(execFile)(process.execPath, [join(import.meta.dirname, "admin.ts"), ...args], { env });
      return (await run.catch((error: { stderr: string }) => ({ stdout: error.stderr }))).stdout;
    };
    const passwordIn = (told: string) => /password (\S+?)\.? /.exec(told)?.[1] ?? "";
    const email = `grace-${Date.now()}@example.com`;
    const first = passwordIn(await admin("users", "create", email, "Grace", "Hopper"));
    const signIn = (password: string) => post("/auth/sign-in", { email, password });
    const { accessToken } = (await (await signIn(first)).json()) as { accessToken: string };
    const bearer = { authorization: `Bearer ${accessToken}` };
    expect(await (await getMe(bearer)).json()).toMatchObject({ user: { name: "Grace Hopper" }, administrator: false });
    await admin("users", "make-administrator", email);
    expect(await admin("users", "list")).toMatch(new RegExp(`${email}  Grace Hopper  \\(administrator\\)`));

    const told = await admin("keys", "rotate");
    expect(told).toMatch(/^The key \S+ signs from now on\. These verify until/);
    // The running process notices by itself.
    const published = async () => (await fetch(`${platform.url}/.well-known/jwks.json`)).json() as Promise<{ keys: { kid: string }[] }>;
    await vi.waitFor(async () => expect(told).toContain(`The key ${(await published()).keys[0]?.kid} signs`), { timeout: 5000 });
    expect((await getMe(bearer)).status).toBe(200);

    const second = passwordIn(await admin("users", "reset-password", email));
    expect((await signIn(first)).status).toBe(401);
    expect((await signIn(second)).status).toBe(200);
    // Another process ended the session: nobody told this one.
    await vi.waitFor(async () => expect((await getMe(bearer)).status).toBe(401), { timeout: 5000 });
    expect(await admin("users", "reset-factors", email)).toContain("no second factor");
    expect(await admin("users", "reset-factors", "nobody@example.com")).toContain("Nobody has the e-mail address");
    expect(await admin("users", "disable", email)).toContain("Nobody signs in");
    expect((await signIn(second)).status).toBe(403);
    expect(await admin("users", "create", email, "Grace")).toContain("Another User has the same email.");
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
