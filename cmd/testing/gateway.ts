import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What stands before a platform whose domains are apart, as an ingress does: it sends each path where it is served. */
export interface Gateway {
  readonly url: string;
  close(): void;
}

/** Paths that begin as one of `routes` says go to its origin, all others to `otherwise`. Nothing is changed on the way. */
export async function startGateway(otherwise: string, routes: Readonly<Record<string, string>>): Promise<Gateway> {
  const originOf = (path = "/"): string => Object.entries(routes).find(([start]) => path.startsWith(start))?.[1] ?? otherwise;

  function forward(incoming: IncomingMessage, response: ServerResponse): void {
    const { method, url, headers } = incoming;
    const outgoing = request(new URL(url ?? "/", originOf(url)), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    outgoing.on("error", () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
    response.on("close", () => outgoing.destroy());
    incoming.pipe(outgoing);
  }

  const server = createServer(forward).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
