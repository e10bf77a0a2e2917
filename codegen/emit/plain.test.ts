import { execFile } from "node:child_process";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emit } from "./emit.ts";
import { fixtureModel } from "./fixture/model.ts";
import { workspace } from "./fixture/workspace.ts";

const root = resolve(import.meta.dirname, "../..");

/** What the service was asked, and what it is to answer next. */
const asked: { readonly method: string; readonly input: unknown }[] = [];
let next: unknown;
let thrown: unknown;

let folder: string;
let remove: () => Promise<void>;
// biome-ignore lint/suspicious/noExplicitAny: what generated files export, this project cannot know
let client: any;
// biome-ignore lint/suspicious/noExplicitAny: as above
let core: any;
let url: string;
let close: () => Promise<void>;
let token: string;

beforeAll(async () => {
  ({ folder, remove } = await workspace(emit(fixtureModel("pets"))));
  const load = (path: string) => import(/* @vite-ignore */ join(folder, path));
  const [{ petsOperations }, { petsClient }, { mount }, { listen, newTokens }, { Remote }, { Hono }, { silentLog, testContext }, failure] =
    await Promise.all([
      load("generated/pets/server.gen.ts"),
      load("generated/pets/client.gen.ts"),
      load("internal/core/http/mount.ts"),
      load("internal/core/testing/sample-app.ts"),
      load("internal/core/http/remote.ts"),
      import("hono"),
      load("internal/core/testing/context.ts"),
      load("internal/core/http/declared-failure.ts"),
    ]);
  core = { ...failure, testContext };
  const service = new Proxy(
    {},
    {
      get: (_target, method) => async (_ctx: unknown, input: unknown) => {
        asked.push({ method: String(method), input });
        if (thrown !== undefined) throw thrown;
        return next;
      },
    },
  );
  const tokens = await newTokens();
  token = await tokens.issue({ user: "us-1", session: "ss-1", organization: "og-1", roles: ["pets.call"] }, 60);
  const app = new Hono();
  mount(app, "/api", petsOperations, service, { authenticate: tokens.authenticate, log: silentLog });
  ({ url, close } = await listen(app));
  client = petsClient(new Remote({ domain: "pets", url: `${url}/api`, authorize: () => `Bearer ${token}` }));
});
afterAll(async () => {
  await close?.();
  await remove?.();
});

/** Calls by the generated client what the generated server serves: what the service was given, and what came back. */
async function call(
  method: string,
  input: object | undefined,
  answer: unknown,
): Promise<{ readonly given: unknown; readonly got: unknown }> {
  next = answer;
  thrown = undefined;
  asked.length = 0;
  const got = await client[method](core.testContext(), ...(input === undefined ? [] : [input]));
  expect(asked.map((one) => one.method)).toEqual([method]);
  return { given: asked[0]?.input, got };
}

async function send(method: string, path: string, init: RequestInit = {}): Promise<Response> {
  asked.length = 0;
  return fetch(`${url}/api${path}`, {
    method,
    redirect: "manual",
    ...init,
    headers: { authorization: `Bearer ${token}`, ...init.headers },
  });
}

const read = async (stream: ReadableStream): Promise<string> => new Response(stream).text();

describe("a document without annotations", () => {
  test("gives code that compiles", async () => {
    const compiler = join(root, "node_modules/typescript-7/bin/tsc");
    const run = promisify(execFile)(process.execPath, [compiler, "-p", join(folder, "tsconfig.json")], { cwd: folder });
    expect(
      await run.then(
        () => "",
        (error: { stdout: string }) => error.stdout,
      ),
    ).toBe("");
  });

  test("has methods with names that code can have, and that no object has already", () => {
    expect(Object.keys(client).sort()).toEqual(
      [
        ...["act", "byLabel", "byMatrix", "constructorOperation", "createPet", "getSearch", "getSearchModeDeep", "mixed", "moved", "news"],
        ...["note", "optionsPetsById", "petsList", "putPhoto", "thenOperation", "upload"],
      ].sort(),
    );
  });

  test("needs a signed-in caller where it says so, and else a permission that nobody has who was not given it", () => {
    const domain = fixtureModel("pets").domains[0];
    const permissions = new Map(domain?.operations.map(({ id, permission }) => [id, permission]));
    expect(permissions.get("moved")).toBe("pets.call");
    permissions.delete("moved");
    expect(new Set(permissions.values())).toEqual(new Set(["authenticated"]));
    expect(domain?.roles).toEqual([
      { name: "admin", permissions: ["pets.call"] },
      { name: "owner", permissions: ["pets.call"] },
    ]);
  });
});

describe("what the client sends, the service gets", () => {
  test.each([
    [
      "lists and objects in every style",
      "petsList",
      {
        ...{ tags: ["a,b", "c&d"], ids: [1, 2], near: { lat: 1.5, lon: -2 }, ages: [1, 2.5], words: ["x", "y"], filter: { kind: "cat" } },
        ...{ page: { size: 10, after: "z" }, xTrace: [7, 8], flag: true },
      },
      [],
    ],
    ["nothing where nothing is needed", "petsList", {}, [{ name: "Tom" }]],
    [
      "two variables in one segment",
      "thenOperation",
      { id: 7, format: "txt" },
      { status: 200, mediaType: "text/plain", headers: { "X-Count": 3 }, body: "hi" },
    ],
    ["a variable before a text", "act", { id: 7, verb: "a/b:c é" }, undefined],
    ["a list in label style", "byLabel", { ids: [1, 2, 3] }, undefined],
    ["an object in matrix style", "byMatrix", { at: { x: 1, y: "b;c=d" } }, undefined],
    ["a text", "note", { body: "ä\n" }, "# ä"],
    ["one of several bodies", "mixed", { body: { mediaType: "text/plain", value: "x" } }, undefined],
    ["the other of several bodies", "mixed", { body: { mediaType: "application/json", value: { a: 1 } } }, undefined],
    ["one of several answers", "createPet", { body: { name: "Tom", nick: null } }, { status: 201, body: { name: "Tom", nick: null } }],
    ["another of several answers", "createPet", { body: { name: "Tom" } }, { status: 202 }],
    ["what only its query tells apart", "getSearchModeDeep", undefined, "B"],
    ["and what has no such query", "getSearch", undefined, "A"],
    ["a redirection", "moved", undefined, { status: 302, headers: { Location: "/there" } }],
    ["the answer to OPTIONS", "optionsPetsById", { id: 1 }, "GET"],
    ["the answer to HEAD", "constructorOperation", { id: 1 }, undefined],
  ])("%s", async (_, method, input, answer) => {
    const { given, got } = await call(method, input, answer);
    expect(given).toEqual(input);
    if (typeof answer === "object") expect(got).toMatchObject(answer);
    else expect(got).toEqual(answer);
  });

  test("files in a form, beside texts that are numbers", async () => {
    const file = new File(["one"], "1.txt", { type: "text/plain" });
    const { given } = await call("upload", { body: { file, more: [file, file], count: 2, tags: ["a", "b"] } }, undefined);
    const { body } = given as { body: { file: File; more: File[]; count: number; tags: string[] } };
    expect([await body.file.text(), body.file.name, body.more.length, body.count, body.tags]).toEqual(["one", "1.txt", 2, 2, ["a", "b"]]);
  });

  test("objects and lists of them in a form, and parts that are JSON", async () => {
    const file = new File(["one"], "1.txt", { type: "text/plain" });
    const body = { file, count: 2, at: { x: 1.5 }, marks: [{ x: 1, y: "a" }, { x: 2 }] };
    const { given } = await call("upload", { body }, undefined);
    expect(given).toMatchObject({ body: { at: body.at, marks: body.marks } });

    const form = new FormData();
    form.append("file", file);
    form.append("count", "2");
    // As browsers send what is JSON.
    form.append("at", new Blob(['{"x":1.5}'], { type: "application/json" }));
    form.append("marks", '[{"x":1,"y":"a"},{"x":2}]');
    expect((await send("POST", "/uploads", { body: form })).status).toBe(204);
    expect(asked[0]?.input).toMatchObject({ body: { at: body.at, marks: body.marks } });
  });

  test("bytes, both ways", async () => {
    const bytes = () => new Blob(["picture"]).stream();
    const { given, got } = await call("putPhoto", { id: 1, body: bytes() }, { body: bytes(), headers: { "Content-Type": "image/png" } });
    expect((given as { id: number }).id).toBe(1);
    expect(await read((got as { body: ReadableStream }).body)).toBe("picture");
  });

  test("events, where the service chose them", async () => {
    async function* events() {
      yield { id: "1", data: "a" };
      yield { id: "2", data: "b" };
    }
    const { got } = await call("news", { live: true }, { status: 200, mediaType: "text/event-stream", body: events() });
    const data: unknown[] = [];
    for await (const event of (got as { body: AsyncIterable<{ data: unknown }> }).body) data.push(event.data);
    expect(data).toEqual(["a", "b"]);
  });
});

describe("what goes wrong", () => {
  test("is told as the document declares it", async () => {
    thrown = new core.Failure({ status: 409, body: { code: "there" } });
    const failure = await client.createPet(core.testContext(), { body: { name: "Tom" } }).catch((error: unknown) => error);
    thrown = undefined;
    expect(failure).toMatchObject({ name: "Failure", told: { status: 409, body: { code: "there" } } });
  });

  test.each([
    ["GET", "/pets?ids=1,x", 422, ["?ids/1"]],
    ["GET", "/pets?near[lat]=1", 422, ["?near/lon"]],
    ["GET", '/pets?filter={"kind":"cow"}', 422, ["?filter/kind"]],
    ["GET", "/pets?filter=nonsense", 422, ["?filter"]],
    ["GET", "/pets?size=1000", 422, ["?page/size"]],
    ["GET", "/pets/1.pdf", 422, ["/path/format"]],
    ["GET", "/labels/.1.x", 422, ["/path/ids/1"]],
  ])("%s %s is refused with %d", async (method, path, status, pointers) => {
    const response = await send(method, path);
    expect(response.status).toBe(status);
    const { errors } = (await response.json()) as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(asked).toEqual([]);
  });

  test("in a form is told with its place, and a wrong media type with the right ones", async () => {
    const form = await send("POST", "/pets", { body: new URLSearchParams({ age: "0" }) });
    expect(await form.json()).toMatchObject({ status: 422, errors: [{ pointer: "/name" }, { pointer: "/age" }] });
    const xml = await send("POST", "/pets", { body: "<pet/>", headers: { "content-type": "application/xml" } });
    expect([xml.status, ((await xml.json()) as { detail: string }).detail]).toEqual([
      415,
      "The body must be of one of these media types: application/json, application/x-www-form-urlencoded.",
    ]);
    const upload = new FormData();
    upload.append("file", "no file but a text");
    const wrong = await send("POST", "/uploads", { body: upload });
    expect(await wrong.json()).toMatchObject({ status: 422, errors: [{ pointer: "/count" }] });
  });

  test("nested forms are read as what they say, and none reaches a prototype", async () => {
    next = { status: 202 };
    const body = "name=Tom&parent[name]=Kim&parent[age]=3&parent[parent][name]=Pat";
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    expect((await send("POST", "/pets", { body, headers })).status).toBe(202);
    expect(asked[0]?.input).toEqual({ body: { name: "Tom", parent: { name: "Kim", age: 3, parent: { name: "Pat" } } } });
    for (const hostile of [
      "__proto__[polluted]=1&name=x",
      "parent[__proto__][polluted]=1&name=x",
      "parent[constructor][prototype][polluted]=1&name=x",
      'name=x&parent={"name":"y","\\u005f_proto__":{"polluted":1}}',
    ]) {
      await send("POST", "/pets", { body: hostile, headers });
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    }
  });

  test.each(["\\u0000", "\\u005f_proto__", "\\ud800"])("JSON in a form is not read when it has %s", async (text) => {
    const body = new URLSearchParams({ name: "x", parent: `{"name":"y","${text}":1}` });
    const response = await send("POST", "/pets", { body });
    expect([response.status, asked]).toEqual([422, []]);
  });

  test("a form that is too large is refused while it is sent", async () => {
    const body = "name=".padEnd(2 * 1024 * 1024, "x");
    const response = await send("POST", "/pets", { body, headers: { "content-type": "application/x-www-form-urlencoded" } }).catch(
      () => undefined,
    );
    if (response !== undefined) expect(response.status).toBe(413);
    expect(asked).toEqual([]);
  });

  test("an answer that is not declared is a fault of the server, and tells nothing", async () => {
    next = { status: 299, body: { secret: 1 } };
    const response = await send("POST", "/pets", { body: '{"name":"Tom"}', headers: { "content-type": "application/json" } });
    expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining("secret")]);
  });
});
