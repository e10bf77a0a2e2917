import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

/** What a client of the API needs in a test: a signed-in person and plain requests. */
export interface Person {
  readonly email: string;
  readonly password: string;
  readonly organization: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sends JSON, gives the parsed answer. @throws when it is no success. */
  call<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
  /** The bare answer, whatever its status. */
  send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** Registers a new person, who gets an organization of their own. */
export async function register(url: string, name = "Ada Lovelace", more: Readonly<Record<string, string>> = {}): Promise<Person> {
  const email = `${randomBytes(6).toString("hex")}@example.com`;
  const password = randomBytes(12).toString("hex");
  const answer = await fetch(`${url}/api/v1/auth/register`, {
    method: "POST",
    headers: { "content-type": "application/json", ...more },
    body: JSON.stringify({ email, password, name }),
  });
  if (answer.status !== 201) throw new Error(`register: ${answer.status} ${await answer.text()}`);
  const { accessToken } = (await answer.json()) as { accessToken: string };
  const headers = { authorization: `Bearer ${accessToken}` };
  const send: Person["send"] = (method, path, body, more = {}) =>
    fetch(`${url}/api/v1${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }), ...more },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const call: Person["call"] = async <Answer>(method: string, path: string, body?: unknown) => {
    const reply = await send(method, path, body);
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    return (reply.status === 204 ? undefined : await reply.json()) as Answer;
  };
  const me = await call<{ organization: { id: string } }>("GET", "/auth/me");
  return { email, password, organization: me.organization.id, headers, call, send };
}

/** Asks again every 20 ms until `look` gives something. @throws after the limit, with what was waited for. */
export async function until<Found>(what: string, look: () => Promise<Found | undefined>, limit = 40_000): Promise<Found> {
  const end = Date.now() + limit;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`Waited ${limit} ms in vain: ${what}.`);
    await sleep(20);
  }
}
