import { describe, expect, test } from "vitest";
import { ConfigError } from "../../core/config/settings.ts";
import { configuredProviders } from "./configured-providers.ts";

const none = { googleClientId: "", googleClientSecret: "", githubClientId: "", githubClientSecret: "", oidcProviders: "" };
const acme = { id: "acme", name: "Acme", issuer: "https://id.acme.example", clientId: "c", clientSecret: "s" };
const configured = (more: Partial<typeof none>) => configuredProviders({ ...none, ...more });
const issuers = (...all: readonly object[]) => ({ oidcProviders: JSON.stringify(all) });

describe("the providers that the environment names", () => {
  test("are none unless told; Google, GitHub and any issuer when told", () => {
    expect([...configured({}).keys()]).toEqual([]);
    const all = configured({
      googleClientId: "g",
      googleClientSecret: "s",
      githubClientId: "h",
      githubClientSecret: "s",
      ...issuers(acme),
    });
    expect([...all.values()].map(({ id, name }) => [id, name])).toEqual([
      ["google", "Google"],
      ["acme", "Acme"],
      ["github", "GitHub"],
    ]);
  });

  test("may be reached without encryption on this machine alone", () => {
    expect(configured(issuers({ ...acme, issuer: "http://localhost:4000" })).has("acme")).toBe(true);
    expect(() => configured(issuers({ ...acme, issuer: "http://id.acme.example" }))).toThrow(/issuer of acme must be an https address/);
  });

  test.each([
    [{ googleClientId: "g" }, /AUTH_GOOGLE_CLIENT_SECRET is missing/],
    [{ githubClientSecret: "s" }, /AUTH_GITHUB_CLIENT_ID is missing/],
    [{ oidcProviders: "{" }, /AUTH_OIDC_PROVIDERS must be a JSON list/],
    [issuers({ ...acme, clientSecret: "" }), /AUTH_OIDC_PROVIDERS must be a JSON list/],
    [issuers({ ...acme, id: "../x" }), /AUTH_OIDC_PROVIDERS must be a JSON list/],
    [issuers(acme, acme), /the id acme is taken already/],
    [{ ...issuers({ ...acme, id: "github" }), githubClientId: "h", githubClientSecret: "s" }, /the id github is taken already/],
  ])("with %j stop the start, with a sentence that names the variable and no secret", (more, told) => {
    const start = () => configured(more);
    expect(start).toThrow(ConfigError);
    expect(start).toThrow(told);
  });
});
