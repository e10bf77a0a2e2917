import { beforeAll, describe, expect, test } from "vitest";
import { claimsOf } from "../core/testing/core.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { Desk, nobody } from "./testing/desk.ts";

forEachDatabase((_, database) => {
  let desk: Desk;
  beforeAll(() => {
    desk = new Desk(database());
  });

  describe("the standing of a session", () => {
    test("has the roles and permissions that its user has now in the organization of the token", async () => {
      const { user, accessToken } = await desk.register();
      expect(await desk.standingOf(accessToken)).toEqual({
        alive: true,
        roles: ["owner"],
        permissions: ["things.read", "things.write"],
        teams: [],
        everyTeam: false,
        administrator: false,
      });
      desk.setRoles(user.id, ["viewer"]);
      expect(await desk.standingOf(accessToken)).toMatchObject({ roles: ["viewer"], permissions: ["things.read"] });
    });

    test("has the teams of its user, and of who says who belongs to which every one", async () => {
      const { user, accessToken } = await desk.register();
      desk.teams.set(user.id, ["tm-1", "tm-2"]);
      expect(await desk.standingOf(accessToken)).toMatchObject({ teams: ["tm-1", "tm-2"], everyTeam: false });
      expect(await desk.standingOf(accessToken, "")).toMatchObject({ teams: [], everyTeam: false });
      desk.setRoles(user.id, ["lead"]);
      expect(await desk.standingOf(accessToken)).toMatchObject({ everyTeam: true });
      desk.leave(user.id);
      expect(await desk.standingOf(accessToken)).toMatchObject({ teams: [], everyTeam: false });
    });

    test("is none in an organization that its user was removed from, and stays without one", async () => {
      const { user, accessToken } = await desk.register();
      desk.leave(user.id);
      expect(await desk.standingOf(accessToken)).toMatchObject({ alive: false, permissions: [] });
      expect(await desk.standingOf(accessToken, "")).toMatchObject({ alive: true, permissions: [] });
    });

    test("is none for a user who is gone, nor for another user's session", async () => {
      const [{ user, accessToken }, other] = [await desk.register(), await desk.register()];
      const { session, organization } = claimsOf(accessToken);
      expect(await desk.service.sessionStanding(nobody, { session, user: other.user.id, organization })).toMatchObject({ alive: false });
      await desk.parts.users.delete(nobody, user.id);
      expect(await desk.standingOf(accessToken)).toMatchObject({ alive: false });
    });
  });
});
