import { beforeAll, expect, test } from "vitest";
import { type Caller, caller, type Person, person, unlike } from "./testing/person.ts";
import { onEachDatabase } from "./testing/service-process.ts";

onEachDatabase((api) => {
  let ada: Person;
  let nobody: Caller;
  beforeAll(async () => {
    ada = await person(api());
    nobody = caller(api());
  });
  const change = (user: object) => ada.send("PUT", "/user", { user });
  const errors = (status: number, of: object) => ({ status, body: { errors: of } });

  test("an account begins without a picture and a biography, and its token opens it", async () => {
    const { username, email, password } = ada;
    const account = { username, email, bio: null, image: null, token: expect.stringMatching(/^\S{20,}$/) };
    expect(await ada.get("/user")).toEqual({ status: 200, body: { user: account } });
    expect(await nobody.send("POST", "/users/login", { user: { email, password } })).toEqual({ status: 200, body: { user: account } });
    expect(await nobody.send("POST", "/users/login", { user: { email: email.toUpperCase(), password } })).toMatchObject({ status: 200 });
  });

  test("a token is sent as `Token`, or as `Bearer`", async () => {
    const { body } = await ada.get("/user");
    const { token } = (body as { user: { token: string } }).user;
    for (const scheme of ["Token", "token", "Bearer"]) expect((await caller(api(), `${scheme} ${token}`).get("/user")).status).toBe(200);
    expect(await caller(api(), `Basic ${token}`).get("/user")).toEqual(errors(401, { token: ["is missing"] }));
    expect(await caller(api(), `Token ${token}x`).get("/user")).toEqual(errors(401, { token: ["is invalid"] }));
    // Who may be anybody is not let through with a token that does not hold: they would not notice that they are signed out.
    expect(await caller(api(), `Token ${token}x`).get("/articles")).toEqual(errors(401, { token: ["is invalid"] }));
  });

  test("what is blank is refused, field by field", async () => {
    const register = (user: object) => nobody.send("POST", "/users", { user });
    const right = { username: unlike("grace_"), email: `${unlike("grace_")}@example.com`, password: "password123" };
    const blank = ["can't be blank"];
    expect(await register({ ...right, username: "" })).toEqual(errors(422, { username: blank }));
    expect(await register({ ...right, email: "" })).toEqual(errors(422, { email: blank }));
    expect(await register({ ...right, password: "" })).toEqual(errors(422, { password: blank }));
    expect(await register({})).toEqual(errors(422, { username: blank, email: blank, password: blank }));
    expect(await register({ ...right, email: "grace" })).toEqual(errors(422, { email: [expect.stringContaining("e-mail")] }));
    const login = (user: object) => nobody.send("POST", "/users/login", { user });
    expect(await login({ email: "", password: "password123" })).toEqual(errors(422, { email: blank }));
    expect(await login({ email: ada.email, password: "" })).toEqual(errors(422, { password: blank }));
  });

  test("names and addresses are had by one account only", async () => {
    const register = (user: object) => nobody.send("POST", "/users", { user: { password: "password123", ...user } });
    const taken = ["has already been taken"];
    expect(await register({ username: ada.username, email: `${unlike("x")}@example.com` })).toEqual(errors(409, { username: taken }));
    expect(await register({ username: unlike("x"), email: ada.email })).toEqual(errors(409, { email: taken }));
    const grace = await person(api());
    expect(await grace.send("PUT", "/user", { user: { username: ada.username } })).toEqual(errors(409, { username: taken }));
  });

  test("a wrong password and an unknown address are refused alike", async () => {
    const login = (email: string, password: string) => nobody.send("POST", "/users/login", { user: { email, password } });
    expect(await login(ada.email, "password124")).toEqual(errors(401, { credentials: ["invalid"] }));
    expect(await login(`${unlike("x")}@example.com`, "password123")).toEqual(errors(401, { credentials: ["invalid"] }));
  });

  test.each(["bio", "image"])("%s can be set, and cleared by null or by nothing", async (field) => {
    for (const value of ["https://example.com/1.png", "", "https://example.com/2.png", null]) {
      const kept = { status: 200, body: { user: { username: ada.username, [field]: value || null } } };
      expect(await change({ [field]: value })).toMatchObject(kept);
      expect(await ada.get("/user")).toMatchObject(kept);
    }
  });

  test("name, address and password cannot be cleared", async () => {
    for (const value of ["", null]) {
      for (const field of ["username", "email", "password"]) {
        expect(await change({ [field]: value })).toMatchObject({ status: 422, body: { errors: { [field]: [expect.any(String)] } } });
      }
    }
  });

  test("a password has eight characters at least, and may have many", async () => {
    const grace = await person(api());
    const set = async (password: string) => (await grace.send("PUT", "/user", { user: { password } })).status;
    expect([await set("short7c"), await set("bonjour1"), await set("a".repeat(64))]).toEqual([422, 200, 200]);
    const login = (password: string) => nobody.send("POST", "/users/login", { user: { email: grace.email, password } });
    expect((await login(grace.password)).status).toBe(401);
    expect((await login("a".repeat(64))).status).toBe(200);
  });

  test("a new name and address are kept, and the token goes on", async () => {
    const grace = await person(api());
    const user = { username: unlike("hopper_"), email: `${unlike("hopper_")}@example.com` };
    expect(await grace.send("PUT", "/user", { user })).toMatchObject({ status: 200, body: { user } });
    expect(await grace.get("/user")).toMatchObject({ status: 200, body: { user } });
  });

  test("without a token nothing of one's own can be seen or done", async () => {
    const comment = { comment: { body: "Hello." } };
    for (const [method, path, body] of [
      ["GET", "/user"],
      ["PUT", "/user", { user: { bio: "Hello." } }],
      ["POST", "/profiles/somebody/follow"],
      ["DELETE", "/profiles/somebody/follow"],
      ["GET", "/articles/feed"],
      ["POST", "/articles", { article: { title: "A", description: "B", body: "C" } }],
      ["PUT", "/articles/some-slug", { article: { body: "C" } }],
      ["DELETE", "/articles/some-slug"],
      ["POST", "/articles/some-slug/favorite"],
      ["DELETE", "/articles/some-slug/favorite"],
      ["POST", "/articles/some-slug/comments", comment],
      ["DELETE", "/articles/some-slug/comments/1"],
    ] as const) {
      expect(await nobody.send(method, path, body), `${method} ${path}`).toEqual(errors(401, { token: ["is missing"] }));
    }
  });

  test("what cannot be read, or is nowhere, is told in the same form", async () => {
    const response = await fetch(`${api()}/users`, { method: "POST", headers: { "content-type": "application/json" }, body: "{" });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ errors: { body: [expect.stringContaining("not valid JSON")] } });
    expect(await nobody.get("/nowhere")).toEqual(errors(404, { body: [expect.any(String)] }));
    expect(await nobody.get("/articles?limit=0")).toEqual(errors(422, { limit: [expect.any(String)] }));
  });
});
