import { type LookupAddress, type LookupAllOptions, lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { buildConnector } from "undici";
import { isPublicAddress } from "./public-address.ts";

/** The target is not on the public internet. The address is left out: it would tell about the network. */
export class PrivateAddress extends Error {
  constructor(hostname: string) {
    super(`${hostname} is not an address on the public internet.`);
    this.name = "PrivateAddress";
  }
}

/** All addresses of a name, as `dns.lookup` gives them when asked for all. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Looks a name up and refuses it when any of its addresses is not public: a mixed answer is how rebinding starts. */
const publicLookup =
  (resolve: Resolve): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error !== null) return callback(error, "", 0);
      if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address))) {
        return callback(new PrivateAddress(hostname), "", 0);
      }
      if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };

/**
 * Opens sockets to public addresses only. The literal is checked (a look-up never sees it), then every address that a name
 * resolves to, then the address that the socket is really connected to.
 */
export function guardedConnector(timeoutMilliseconds: number, resolve: Resolve = lookup): buildConnector.connector {
  const connect = buildConnector({ timeout: timeoutMilliseconds, allowH2: false, lookup: publicLookup(resolve) });
  return (options, callback) => {
    const { hostname } = options;
    const literal = hostname.replace(/^\[|\]$/g, "");
    // What isIP takes for an address is what Node connects to without a look-up.
    if (isIP(literal) !== 0 && !isPublicAddress(literal)) return callback(new PrivateAddress(hostname), null);
    connect(options, (...result) => {
      const [error, socket] = result;
      if (error !== null) return callback(error, null);
      if (socket.remoteAddress === undefined || !isPublicAddress(socket.remoteAddress)) {
        socket.destroy();
        return callback(new PrivateAddress(hostname), null);
      }
      callback(null, socket);
    });
  };
}
