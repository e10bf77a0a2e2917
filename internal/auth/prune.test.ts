import { beforeAll, expect, test, vi } from "vitest";
import { startPruning } from "../core/database/pruning.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import auth from "./module.ts";
import { secretHash } from "./secret.ts";
import { Desk, day, nobody } from "./testing/desk.ts";

vi.mock("../core/database/pruning.ts", () => ({ startPruning: vi.fn() }));

forEachDatabase(
  (_, database) => {
    let desk: Desk;
    beforeAll(() => {
      desk = new Desk(database());
    });

    test("what has ended by itself is removed beside requests, and nothing that goes on", async () => {
      vi.mocked(startPruning).mockClear();
      await auth.start(desk.parts);
      const [chores = [], system = nobody] = vi.mocked(startPruning).mock.calls[0] ?? [];
      const pruneAll = () => Promise.all(chores.map(async ({ name, prune }) => [name, await prune(system)] as const));
      const [old, { email }] = [await desk.register(), await desk.register()];
      await desk.service.beginDeviceSignIn(nobody, { body: { client_id: "cli" } });
      await desk.service.passkeySignInOptions(nobody);
      expect((await pruneAll()).filter(([, removed]) => removed > 0)).toEqual([]);

      desk.core.advance(31 * day);
      const { refreshToken } = await desk.signIn(email);
      const removed = new Map(await pruneAll());
      expect(Object.fromEntries(removed)).toMatchObject({ sessions: 2, "refresh tokens": 2, challenges: 1, "device sign ins": 1 });
      expect(await desk.parts.refreshTokens.findByHash(nobody, secretHash(old.refreshToken))).toBeUndefined();
      expect((await desk.refresh(refreshToken)).user.email).toBe(email);
    });
  },
  ["sqlite", "postgres"],
);
