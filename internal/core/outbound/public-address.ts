import ipaddr from "ipaddr.js";

/**
 * Whether this IP address is a public unicast one. Everything else is refused: private, loopback, link-local and reserved ranges,
 * and the ranges in which an IPv6 address wraps an IPv4 one (NAT64, 6to4, Teredo, IPv4-compatible). An IPv4-mapped one counts as
 * the IPv4 address that it stands for. What is no address at all is not public.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  // The library reads ::8.8.8.8 as if it were mapped (::ffff:8.8.8.8); the system does not.
  if (text.includes(":") && text.includes(".") && !/^::ffff:[0-9.]+$/i.test(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== "unicast") return false;
  // Global unicast is 2000::/3 so far (RFC 4291, IANA); the library calls every range it does not know unicast.
  return address instanceof ipaddr.IPv4 || ((address.parts[0] ?? 0) & 0xe000) === 0x2000;
}
