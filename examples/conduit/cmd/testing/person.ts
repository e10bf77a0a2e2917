import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import type { FullArticle } from "../../generated/conduit/types.gen.ts";

/** What came back. */
export interface Answer {
  readonly status: number;
  /** undefined when there is none. */
  readonly body: unknown;
}

/** A caller of the API; one without a token is nobody. */
export interface Caller {
  send(method: string, path: string, body?: unknown): Promise<Answer>;
  get(path: string): Promise<Answer>;
}

/** Somebody with an account. */
export interface Person extends Caller {
  readonly username: string;
  readonly email: string;
  readonly password: string;
  publish(article?: { readonly title?: string; readonly tagList?: readonly string[] }): Promise<FullArticle>;
}

/** A text that nobody else has. */
export const unlike = (start: string): string => `${start}${randomBytes(5).toString("hex")}`;

/** A caller with this Authorization header. */
export function caller(api: string, authorization?: string): Caller {
  const send: Caller["send"] = async (method, path, body) => {
    const response = await fetch(`${api}${path}`, {
      method,
      headers: { ...(authorization !== undefined && { authorization }), ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (text !== "") expect(response.headers.get("content-type")).toBe("application/json");
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  };
  return { send, get: (path) => send("GET", path) };
}

export async function person(api: string, start = "ada_"): Promise<Person> {
  const username = unlike(start);
  const [email, password] = [`${username}@example.com`, "password123"];
  const { status, body } = await caller(api).send("POST", "/users", { user: { username, email, password } });
  expect(status).toBe(201);
  const { user } = body as { user: { token: string } };
  const own = caller(api, `Token ${user.token}`);
  return {
    ...own,
    username,
    email,
    password,
    async publish({ title = unlike("About "), tagList } = {}) {
      const article = { title, description: "In short.", body: "At length.", ...(tagList && { tagList }) };
      const published = await own.send("POST", "/articles", { article });
      expect(published).toMatchObject({ status: 201 });
      return (published.body as { article: FullArticle }).article;
    },
  };
}
