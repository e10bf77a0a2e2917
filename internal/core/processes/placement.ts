import { ConfigError } from "../config/settings.ts";

/** Which domains this process serves, and where the others are. */
export interface Placement {
  serves(domain: string): boolean;
  /** The origin of a process that serves a domain which this one does not; undefined when nobody said. */
  urlOf(domain: string): string | undefined;
  /** Whether domains are served by different processes: they take calls from each other then. */
  readonly apart: boolean;
}

/** Every process asks this domain who its callers are. */
const keeperOfSessions = "auth";

interface Placed {
  readonly name: string;
  readonly requires: readonly string[];
}

/**
 * Reads `DOMAINS` (`runs,tools`; all when empty) and `DOMAIN_URLS` (`auth=http://auth:8080,…`).
 * @throws ConfigError when they name what there is not, or a served domain requires one that nobody could reach
 */
export function placementOf(domains: readonly Placed[], { served, urls }: { readonly served: string; readonly urls: string }): Placement {
  const names = domains.map(({ name }) => name);
  const own = listOf(served);
  const elsewhere = new Map(
    listOf(urls).map((entry) => [entry.slice(0, Math.max(0, entry.indexOf("="))), entry.slice(entry.indexOf("=") + 1)]),
  );
  const serves = (domain: string): boolean => own.length === 0 || own.includes(domain);
  const problems: string[] = [];

  for (const name of own)
    if (!names.includes(name)) problems.push(`DOMAINS names ${name}, which is no domain. There are: ${names.join(", ")}.`);
  for (const [name, url] of elsewhere) {
    if (!names.includes(name))
      problems.push(`DOMAIN_URLS must be domain=url between commas; "${name}" is no domain. There are: ${names.join(", ")}.`);
    else if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol) || new URL(url).origin !== url.replace(/\/$/, ""))
      problems.push(`DOMAIN_URLS gives ${name} the address ${url}; it must be an origin, such as http://${name}:8080.`);
  }
  const asked = names.includes(keeperOfSessions) ? [keeperOfSessions] : [];
  for (const { name, requires } of domains) {
    for (const required of [...requires, ...asked]) {
      if (!serves(name) || serves(required) || elsewhere.has(required)) continue;
      problems.push(
        `${name} needs ${required}, which this process does not serve. Say where it is: DOMAIN_URLS=${required}=http://${required}:8080`,
      );
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    serves,
    urlOf: (domain) => (serves(domain) ? undefined : elsewhere.get(domain)?.replace(/\/$/, "")),
    apart: own.length > 0 || elsewhere.size > 0,
  };
}

const listOf = (text: string): readonly string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
