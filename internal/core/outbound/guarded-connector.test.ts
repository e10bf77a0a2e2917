import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { guardedConnector, PrivateAddress, type Resolve } from "./guarded-connector.ts";

let server: Server;
let port: number;
const received: string[] = [];
beforeAll(async () => {
  server = createServer((socket) => socket.on("data", (data) => received.push(String(data))).on("error", () => {})).listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
});

function connect(resolve: Resolve, hostname = "name.example"): Promise<Socket> {
  const { promise, resolve: done, reject } = Promise.withResolvers<Socket>();
  guardedConnector(5_000, resolve)({ hostname, protocol: "http:", port: String(port) }, (error, socket) =>
    socket === null ? reject(error) : done(socket),
  );
  return promise;
}

const publicAddress = "93.184.215.14";

test("a name that leads to no public address is refused, also when only one of several does", async () => {
  const answers =
    (...addresses: string[]): Resolve =>
    (_hostname, _options, callback) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: 4 })),
      );
  await expect(connect(answers("127.0.0.1"))).rejects.toBeInstanceOf(PrivateAddress);
  await expect(connect(answers(publicAddress, "127.0.0.1"))).rejects.toBeInstanceOf(PrivateAddress);
  await expect(connect(answers())).rejects.toBeInstanceOf(PrivateAddress);
});

test("a resolver that answers public when it is asked and private when it counts is caught at the socket", async () => {
  let read = 0;
  const rebinding: Resolve = (_hostname, _options, callback) => {
    const address = {
      family: 4,
      get address() {
        return read++ === 0 ? publicAddress : "127.0.0.1";
      },
    };
    callback(null, [address]);
  };
  await expect(connect(rebinding)).rejects.toBeInstanceOf(PrivateAddress);
  // The second answer was used: it was the socket's own address that gave it away, before a byte was sent.
  expect(read).toBeGreaterThan(1);
  expect(received).toEqual([]);
});

test("a literal is refused before anything is connected", async () => {
  const never: Resolve = () => {
    throw new Error("Nothing is looked up.");
  };
  for (const literal of ["127.0.0.1", "[::1]", "10.0.0.1", "[::ffff:127.0.0.1]", "169.254.169.254"]) {
    await expect(connect(never, literal)).rejects.toBeInstanceOf(PrivateAddress);
  }
});
