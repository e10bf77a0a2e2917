import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forEachDatabase } from "../../core/testing/test-databases.ts";
import { type GithubDouble, openGithubDouble } from "../testing/github-double.ts";
import { type OidcIssuer, oidcClient, openOidcIssuer } from "../testing/oidc-issuer.ts";
import { type OpenAuth, openAuth } from "../testing/open-auth.ts";
import { githubProvider } from "./github-provider.ts";
import { oidcProvider } from "./oidc-provider.ts";

const returnTo = "https://platform.example/sign-in/callback";
const minute = 60_000;
let issuer: OidcIssuer;
let github: GithubDouble;
beforeAll(async () => {
  [issuer, github] = await Promise.all([openOidcIssuer(returnTo), openGithubDouble()]);
});
afterAll(async () => {
  await issuer?.close();
  await github?.close();
});

forEachDatabase((_dialect, database) => {
  let auth: OpenAuth;
  let people = 0;
  beforeAll(() => {
    const acme = oidcProvider({ id: "acme", name: "Acme", issuer: issuer.url, ...oidcClient });
    const places = { site: github.url, api: github.url };
    auth = openAuth(database(), {}, [acme, githubProvider("client", "secret", places)]);
  });

  /** A login at the issuer with an address that nobody has here. */
  function there(about: object = {}): { login: string; email: string } {
    const login = `login-${++people}-${_dialect}`;
    const email = `${login}@example.com`;
    issuer.accounts.set(login, { email, emailVerified: true, name: "Ada Lovelace", ...about });
    return { login, email };
  }
  const cookieOf = (header: string | undefined): string =>
    /^archwright_attempt=([^;]+); HttpOnly; SameSite=Strict/.exec(header ?? "")?.[1] ?? "";
  async function begin(provider = "acme") {
    const { body, headers } = await auth.service.beginProviderSignIn(auth.nobody, { provider });
    return { url: body.url, archwrightAttempt: cookieOf(headers["Set-Cookie"]) };
  }
  const finish = (query: string, archwrightAttempt: string | undefined) =>
    auth.service.signInByProvider(auth.nobody, { body: { query }, ...(archwrightAttempt === undefined ? {} : { archwrightAttempt }) });
  async function signIn(login: string) {
    const { url, archwrightAttempt } = await begin();
    return finish(await issuer.signIn(url, login), archwrightAttempt);
  }
  async function beginLink(ctx: OpenAuth["nobody"]) {
    const { body, headers } = await auth.service.beginProviderLink(ctx, { provider: "acme" });
    return { url: body.url, archwrightAttempt: cookieOf(headers["Set-Cookie"]) };
  }
  async function link(ctx: OpenAuth["nobody"], login: string) {
    const { url, archwrightAttempt } = await beginLink(ctx);
    return auth.service.linkIdentity(ctx, { archwrightAttempt, body: { query: await issuer.signIn(url, login) } });
  }
  const misfit = { status: 422, message: expect.stringMatching(/does not fit|belongs to no sign-in/) };

  describe("signing in with OpenID Connect", () => {
    test("makes an account with a confirmed address at first, and knows it again by its id there", async () => {
      const { login, email } = there();
      const { body } = await signIn(login);
      expect(body.user).toMatchObject({ email, name: "Ada Lovelace" });
      expect(await auth.parts.users.find(auth.nobody, body.user.id)).toMatchObject({
        passwordHash: null,
        emailVerifiedAt: expect.any(String),
      });
      issuer.accounts.set(login, { email: `moved-${email}`, emailVerified: false, name: "Ada Byron" });
      const again = await signIn(login);
      expect(again.body.user).toMatchObject({ id: body.user.id, email });
    });

    test("sends state, nonce and a PKCE challenge, and never the verifier", async () => {
      const { searchParams } = new URL((await begin()).url);
      expect(Object.fromEntries(searchParams)).toMatchObject({
        response_type: "code",
        redirect_uri: returnTo,
        code_challenge_method: "S256",
        scope: expect.stringContaining("openid"),
      });
      for (const name of ["state", "nonce", "code_challenge"]) expect(searchParams.get(name)?.length).toBeGreaterThanOrEqual(43);
      expect(searchParams.has("code_verifier")).toBe(false);
    });

    test("links to the account that has the address, when it is confirmed on both sides, and tells its owner", async () => {
      const ada = await auth.register();
      const { login } = there({ email: ada.email.toUpperCase() });
      const { body } = await signIn(login);
      expect(body.user.id).toBe(ada.id);
      expect(auth.mailedTo(ada.email).at(-1)).toBe("Another way to sign in");
    });

    test("an address that the issuer does not call confirmed is refused, known or not", async () => {
      const ada = await auth.register();
      for (const about of [
        { email: ada.email, emailVerified: false },
        { emailVerified: false },
        { email: undefined, emailVerified: true },
      ]) {
        const { login } = there(about);
        await expect(signIn(login)).rejects.toMatchObject({ status: 403, message: expect.stringContaining("Acme does not say") });
      }
      expect(await auth.parts.identities.listAll(ada.ctx)).toEqual([]);
    });

    test("an account that never confirmed the address is not taken over by its owner's identity, nor the identity by the account", async () => {
      const squatter = await auth.register({ proven: false });
      const { login } = there({ email: squatter.email });
      await expect(signIn(login)).rejects.toMatchObject({ status: 403, message: expect.stringContaining("never confirmed") });
      expect(await auth.parts.identities.listAll(squatter.ctx)).toEqual([]);
    });

    test("is followed by the second step where the account has one", async () => {
      const ada = await auth.register();
      const { login } = there({ email: ada.email });
      await signIn(login);
      await auth.parts.users.update(auth.nobody, ada.id, { secondFactor: true });
      await expect(signIn(login)).rejects.toMatchObject({ status: 401, slug: "second-factor" });
    });

    test("makes no account where registration is closed", async () => {
      const closed = openAuth(database(), { registration: "closed" }, [
        oidcProvider({ id: "acme", name: "Acme", issuer: issuer.url, ...oidcClient }),
      ]);
      const { body, headers } = await closed.service.beginProviderSignIn(auth.nobody, { provider: "acme" });
      const query = await issuer.signIn(body.url, there().login);
      const input = { archwrightAttempt: cookieOf(headers["Set-Cookie"]), body: { query } };
      await expect(closed.service.signInByProvider(auth.nobody, input)).rejects.toMatchObject({ status: 403 });
    });
  });

  describe("an answer is refused", () => {
    test("with a state that nobody began, or another one's", async () => {
      const [one, other] = [await begin(), await begin()];
      const query = await issuer.signIn(one.url, there().login);
      const swapped = new URLSearchParams(query);
      swapped.set("state", "made-up");
      await expect(finish(swapped.toString(), one.archwrightAttempt)).rejects.toMatchObject(misfit);
      swapped.set("state", new URL(other.url).searchParams.get("state") ?? "");
      // The code was given for another challenge: without its verifier it buys nothing.
      await expect(finish(swapped.toString(), other.archwrightAttempt)).rejects.toMatchObject(misfit);
    });

    test("in another browser than the one that was sent away", async () => {
      const { url, archwrightAttempt } = await begin();
      const query = await issuer.signIn(url, there().login);
      await expect(finish(query, undefined)).rejects.toMatchObject(misfit);
      await expect(finish(query, (await begin()).archwrightAttempt)).rejects.toMatchObject(misfit);
      await finish(query, archwrightAttempt);
    });

    test("with an ID token of another nonce", async () => {
      const { url, archwrightAttempt } = await begin();
      const forged = new URL(url);
      forged.searchParams.set("nonce", "the nonce of somebody else's sign-in");
      const query = await issuer.signIn(forged.href, there().login);
      await expect(finish(query, archwrightAttempt)).rejects.toMatchObject({
        status: 422,
        cause: expect.objectContaining({ cause: expect.objectContaining({ message: expect.stringContaining("nonce") }) }),
      });
    });

    test("the second time, and after ten minutes", async () => {
      const first = await begin();
      const { login } = there();
      const query = await issuer.signIn(first.url, login);
      await finish(query, first.archwrightAttempt);
      await expect(finish(query, first.archwrightAttempt)).rejects.toMatchObject(misfit);
      // A code that the issuer would still take, with the state and the nonce of what is over.
      await expect(finish(await issuer.signIn(first.url, login), first.archwrightAttempt)).rejects.toMatchObject(misfit);
      const late = await begin();
      const answer = await issuer.signIn(late.url, there().login);
      auth.core.advance(10 * minute + 1);
      await expect(finish(answer, late.archwrightAttempt)).rejects.toMatchObject(misfit);
    });

    test("when the person did not agree", async () => {
      const { url, archwrightAttempt } = await begin();
      const state = new URL(url).searchParams.get("state") ?? "";
      const query = new URLSearchParams({ error: "access_denied", state, iss: issuer.url }).toString();
      await expect(finish(query, archwrightAttempt)).rejects.toMatchObject({
        status: 403,
        message: expect.stringContaining("did not let Acme"),
      });
    });

    test("from a provider that nobody configured, or that does not answer", async () => {
      await expect(auth.service.beginProviderSignIn(auth.nobody, { provider: "elsewhere" })).rejects.toMatchObject({ status: 404 });
      const gone = openAuth(database(), {}, [oidcProvider({ id: "gone", name: "Gone", issuer: "http://127.0.0.1:9", ...oidcClient })]);
      await expect(gone.service.beginProviderSignIn(auth.nobody, { provider: "gone" })).rejects.toMatchObject({ status: 503 });
    });
  });

  describe("linking", () => {
    test("lists what is linked, and unlinks it", async () => {
      const ada = await auth.register();
      const { login, email } = there();
      const identity = await link(ada.ctx, login);
      expect((await auth.service.listIdentities(ada.ctx, {})).items).toMatchObject([{ provider: "acme", email }]);
      const { body } = await signIn(login);
      expect(body.user.id).toBe(ada.id);
      await auth.service.deleteIdentity(ada.ctx, identity.id);
      expect(auth.mailedTo(ada.email).at(-1)).toBe("One way less to sign in");
      const other = await signIn(login);
      expect(other.body.user.id).not.toBe(ada.id);
    });

    test("is refused while either side has not confirmed its address", async () => {
      const [ada, eve] = [await auth.register(), await auth.register({ proven: false })];
      await expect(link(ada.ctx, there({ emailVerified: false }).login)).rejects.toMatchObject({ status: 403 });
      await expect(link(eve.ctx, there().login)).rejects.toMatchObject({ status: 403 });
    });

    test("takes no identity from another account", async () => {
      const [ada, eve] = [await auth.register(), await auth.register()];
      const { login } = there();
      await link(ada.ctx, login);
      await expect(link(eve.ctx, login)).rejects.toMatchObject({ status: 409, message: expect.stringContaining("another account") });
      await expect(link(ada.ctx, login)).rejects.toMatchObject({ status: 409, message: expect.stringContaining("your account already") });
      const [own] = (await auth.service.listIdentities(ada.ctx, {})).items;
      if (own !== undefined) await expect(auth.service.deleteIdentity(eve.ctx, own.id)).rejects.toMatchObject({ status: 404 });
    });

    test("an answer to linking signs nobody in, nor links it to who did not ask", async () => {
      const [ada, eve] = [await auth.register(), await auth.register()];
      const { url, archwrightAttempt } = await beginLink(eve.ctx);
      const query = await issuer.signIn(url, there().login);
      await expect(finish(query, archwrightAttempt)).rejects.toMatchObject({ status: 422 });
      const again = await beginLink(eve.ctx);
      const input = { archwrightAttempt: again.archwrightAttempt, body: { query: await issuer.signIn(again.url, there().login) } };
      await expect(auth.service.linkIdentity(ada.ctx, input)).rejects.toMatchObject({ status: 422 });
    });
  });

  describe("signing in with GitHub", () => {
    test("takes the primary address, when it is confirmed there", async () => {
      const email = `octo-${_dialect}@example.com`;
      github.user = {
        id: 4711 + people++,
        login: "octo",
        name: null,
        emails: [
          { email: "x@example.com", primary: false, verified: true },
          { email, primary: true, verified: true },
        ],
      };
      const { url, archwrightAttempt } = await begin("github");
      const { body } = await finish(github.agree(url), archwrightAttempt);
      expect(body.user).toMatchObject({ email, name: "octo" });
    });

    test("takes none that is not", async () => {
      github.user = {
        id: 9000 + people++,
        login: "octo",
        name: "Octo",
        emails: [{ email: `no-${_dialect}@example.com`, primary: true, verified: false }],
      };
      const { url, archwrightAttempt } = await begin("github");
      await expect(finish(github.agree(url), archwrightAttempt)).rejects.toMatchObject({ status: 403 });
    });

    test("refuses another state, and a code that was taken before", async () => {
      github.user = {
        id: 9500 + people++,
        login: "octo",
        name: "Octo",
        emails: [{ email: `yes-${_dialect}@example.com`, primary: true, verified: true }],
      };
      const [one, other] = [await begin("github"), await begin("github")];
      const query = new URLSearchParams(github.agree(one.url));
      query.set("state", new URL(other.url).searchParams.get("state") ?? "");
      await expect(finish(query.toString(), other.archwrightAttempt)).rejects.toMatchObject(misfit);
    });
  });

  test("what is kept of an attempt lets nobody finish it", async () => {
    const { url, archwrightAttempt } = await begin();
    const { searchParams } = new URL(url);
    const insert = await auth.parts.providerAttempts.list(auth.nobody, { limit: 200 });
    const kept = JSON.stringify(insert.items.map(({ hash, browser }) => [hash, browser]));
    expect(kept).not.toContain(searchParams.get("state"));
    expect(kept).not.toContain(archwrightAttempt);
  });
});
