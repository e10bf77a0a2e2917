import type { AuthConfig } from "../../../generated/auth/config.gen.ts";
import { ConfigError } from "../../core/config/settings.ts";
import { isLoopback } from "../../core/mail/loopback.ts";
import { githubProvider } from "./github-provider.ts";
import { type OidcSettings, oidcProvider } from "./oidc-provider.ts";
import type { Provider } from "./provider.ts";

type ProviderConfig = Pick<AuthConfig, "googleClientId" | "googleClientSecret" | "githubClientId" | "githubClientSecret" | "oidcProviders">;

const google = { id: "google", name: "Google", issuer: "https://accounts.google.com" };
const keys = ["id", "name", "issuer", "clientId", "clientSecret"] as const;

/** The providers that the environment names, by id. @throws ConfigError */
export function configuredProviders(config: ProviderConfig): ReadonlyMap<string, Provider> {
  const { googleClientId, googleClientSecret, githubClientId, githubClientSecret } = config;
  const problems = [
    ...halves("AUTH_GOOGLE_CLIENT_ID", googleClientId, "AUTH_GOOGLE_CLIENT_SECRET", googleClientSecret),
    ...halves("AUTH_GITHUB_CLIENT_ID", githubClientId, "AUTH_GITHUB_CLIENT_SECRET", githubClientSecret),
  ];
  const issuers = issuersOf(config.oidcProviders);
  if (issuers === undefined)
    problems.push(`AUTH_OIDC_PROVIDERS must be a JSON list of objects with the texts ${keys.join(", ")}; ids are of a-z, 0-9 and -.`);
  for (const { id, issuer } of issuers ?? [])
    if (!isIssuer(issuer)) problems.push(`AUTH_OIDC_PROVIDERS: the issuer of ${id} must be an https address.`);
  const all = [
    ...(googleClientId === "" ? [] : [{ ...google, clientId: googleClientId, clientSecret: googleClientSecret }]),
    ...(issuers ?? []),
  ];
  const ids = [...all.map(({ id }) => id), ...(githubClientId === "" ? [] : ["github"])];
  for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index)))
    problems.push(`AUTH_OIDC_PROVIDERS: the id ${id} is taken already.`);
  if (problems.length > 0) throw new ConfigError(problems);
  const providers = [...all.map(oidcProvider), ...(githubClientId === "" ? [] : [githubProvider(githubClientId, githubClientSecret)])];
  return new Map(providers.map((provider) => [provider.id, provider]));
}

function halves(idName: string, id: string, secretName: string, secret: string): string[] {
  if ((id === "") === (secret === "")) return [];
  return [`${id === "" ? idName : secretName} is missing: the client id and its secret go together.`];
}

function issuersOf(text: string): readonly OidcSettings[] | undefined {
  if (text === "") return [];
  try {
    const given = JSON.parse(text) as unknown;
    return Array.isArray(given) && given.every(isOidcSettings) ? given : undefined;
  } catch {
    return undefined;
  }
}

function isOidcSettings(given: unknown): given is OidcSettings {
  if (typeof given !== "object" || given === null) return false;
  const texts = given as Readonly<Record<string, unknown>>;
  return keys.every((key) => typeof texts[key] === "string" && texts[key] !== "") && /^[a-z0-9-]{1,40}$/.test(String(texts.id));
}

function isIssuer(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname } = new URL(issuer);
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
}
