import type { HttpBindings } from "@hono/node-server";
import ipaddr from "ipaddr.js";
import { ConfigError } from "../config/settings.ts";

type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Who sends a request, by what the server knows of the connection. */
export type ClientAddress = (headers: Headers, bindings: Partial<HttpBindings> | undefined) => string;

/**
 * Finds the client's address: that of the connection, unless it is one of the `trusted` proxies (addresses or networks, between commas).
 * Only then X-Forwarded-For is believed, from its right end up to the first address that is no trusted proxy: what stands before it
 * was written by the client. An IPv6 client counts by its /64, for it can choose among the addresses in it.
 * @throws ConfigError when `trusted` is no list of addresses.
 */
export function clientAddress(trusted: string): ClientAddress {
  const networks = networksOf(trusted);
  const isTrusted = (address: string): boolean => {
    const parsed = ipaddr.process(address);
    return networks.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits));
  };
  return (headers, bindings) => {
    let address = bindings?.incoming?.socket.remoteAddress;
    if (address === undefined || !ipaddr.isValid(address)) return "unknown";
    const forwarded = networks.length === 0 ? undefined : headers.get("x-forwarded-for")?.split(",");
    while (forwarded !== undefined && forwarded.length > 0 && isTrusted(address)) {
      const next = forwarded.pop()?.trim() ?? "";
      if (!ipaddr.isValid(next)) break;
      address = next;
    }
    return counted(address);
  };
}

function counted(address: string): string {
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  const prefix = parsed.parts.slice(0, 4).map((part) => part.toString(16));
  return `${prefix.join(":")}::/64`;
}

function networksOf(trusted: string): readonly Network[] {
  const entries = trusted
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  const wrong = entries.filter((entry) => !ipaddr.isValid(entry) && !ipaddr.isValidCIDR(entry));
  if (wrong.length > 0) {
    throw new ConfigError([`TRUSTED_PROXIES must list addresses or networks such as 10.0.0.0/8; ${wrong.join(", ")} is none.`]);
  }
  return entries.map((entry) => {
    if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry);
    const address = ipaddr.process(entry);
    return [address, address.kind() === "ipv4" ? 32 : 128];
  });
}
