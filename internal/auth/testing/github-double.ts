import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** Who is signed in at the double of GitHub. */
export interface GithubUser {
  id: number;
  login: string;
  name: string | null;
  emails: { email: string; primary: boolean; verified: boolean }[];
}

/** What of GitHub signing in needs, as its documentation tells it: there is none to be had for tests. */
export interface GithubDouble {
  readonly url: string;
  user: GithubUser;
  /** Agrees as `user`. Gives what the browser is sent back with, behind `?`. */
  agree(address: string): string;
  close(): Promise<void>;
}

export async function openGithubDouble(): Promise<GithubDouble> {
  const codes = new Map<string, { user: GithubUser; challenge: string }>();
  const tokens = new Map<string, GithubUser>();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "", "http://double");
    const reply = (status: number, body: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (pathname === "/login/oauth/access_token") {
      const form = new URLSearchParams(await text(request));
      const found = codes.get(form.get("code") ?? "");
      codes.delete(form.get("code") ?? "");
      const proven = createHash("sha256")
        .update(form.get("code_verifier") ?? "")
        .digest("base64url");
      if (found === undefined || proven !== found.challenge) return void reply(200, { error: "bad_verification_code" });
      const token = `gho_${crypto.randomUUID()}`;
      tokens.set(token, found.user);
      return void reply(200, { access_token: token, token_type: "bearer", scope: "read:user,user:email" });
    }
    const user = tokens.get((request.headers.authorization ?? "").replace(/^bearer /i, ""));
    if (user === undefined) return void reply(401, { message: "Bad credentials" });
    if (pathname === "/user") return void reply(200, { id: user.id, login: user.login, name: user.name, email: null });
    reply(pathname === "/user/emails" ? 200 : 404, user.emails);
  }

  const double: GithubDouble = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    user: { id: 1, login: "ada", name: null, emails: [] },
    agree(address) {
      const { searchParams } = new URL(address);
      const code = crypto.randomUUID();
      codes.set(code, { user: double.user, challenge: searchParams.get("code_challenge") ?? "" });
      return new URLSearchParams({ code, state: searchParams.get("state") ?? "" }).toString();
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return double;
}
