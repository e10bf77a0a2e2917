import { expect, test } from "vitest";
import { silentLog } from "../testing/context.ts";
import { startNats } from "../testing/start-nats.ts";
import { withNats } from "../testing/with-nats.ts";
import { openNats } from "./nats.ts";
import { natsAddress } from "./nats-address.ts";

test("an address says where servers are, and as whom to sign in", () => {
  expect(natsAddress("nats://a:4222")).toEqual({ servers: ["nats://a:4222"] });
  expect(natsAddress("nats://ada:p%40ss@a:4222, nats://b:4222")).toEqual({
    servers: ["nats://a:4222", "nats://b:4222"],
    user: "ada",
    pass: "p@ss",
  });
  expect(natsAddress("nats://ada:100%@a:4222").pass).toBe("100%");
  expect(natsAddress("nats://t0ken@a:4222")).toEqual({ servers: ["nats://a:4222"], token: "t0ken" });
  expect(natsAddress("a:4222,b:4222")).toEqual({ servers: ["a:4222", "b:4222"] });
});

withNats("a server that wants a password", () => {
  test("takes the one that the address has", async () => {
    const server = await startNats({ user: "ada", password: "8Kb-secret" });
    const nats = openNats(server.url.replace("nats://", "nats://ada:8Kb-secret@"), silentLog);
    await new Promise<void>((resolve) => nats.onConnected(() => resolve()));
    expect(nats.current()?.info?.auth_required).toBe(true);
    await nats.close();
    await server.remove();
  });
});
