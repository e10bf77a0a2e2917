import { beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import { auditOf } from "./testing/audit-of.ts";
import { type Scene, scene } from "./testing/organizations.ts";

forEachDatabase((_dialect, database) => {
  let on: Scene;
  beforeAll(() => {
    on = scene(database());
  });
  const owner = async () => {
    const ada = on.person("Ada");
    return on.as(ada, await on.found(ada));
  };

  test("an organization sees what it can set, sets it for itself alone, and goes back to the installation's", async () => {
    const [mine, yours] = [await owner(), await owner()];
    expect(await on.service.listSettings(mine)).toEqual([
      {
        name: "organizations.invitationDays",
        domain: "organizations",
        type: "integer",
        value: 7,
        preset: 7,
        own: false,
        minimum: 1,
        maximum: 30,
        description: expect.stringContaining("invitation"),
      },
      {
        name: "reports.title",
        domain: "reports",
        type: "string",
        value: "Report",
        preset: "Report",
        own: false,
        choices: ["Report", "Account"],
        description: "What reports are called.",
      },
    ]);
    const changed = await on.service.changeSettings(mine, { body: { "organizations.invitationDays": 3, "reports.title": "Account" } });
    expect(changed.map(({ value, own }) => [value, own])).toEqual([
      [3, true],
      ["Account", true],
    ]);
    expect(await on.service.listSettings(mine)).toEqual(changed);
    expect((await on.service.listSettings(yours)).map(({ own }) => own)).toEqual([false, false]);
    expect(await on.parts.config.invitationDays(mine)).toBe(3);
    expect(await on.parts.config.invitationDays(yours)).toBe(7);
    const back = await on.service.changeSettings(mine, { body: { "organizations.invitationDays": null } });
    expect(back[0]).toMatchObject({ value: 7, own: false });
    expect(await on.parts.config.invitationDays(mine)).toBe(7);
  });

  test("what is set and switched is written down, with what was before", async () => {
    const ctx = await owner();
    await on.service.changeSettings(ctx, { body: { "organizations.invitationDays": 3 } });
    await on.service.changeSettings(ctx, { body: { "organizations.invitationDays": null } });
    await on.service.switchFeature(ctx, { name: "reports.export", body: { enabled: false } });
    const entries = (await auditOf(database(), ctx.organization)).filter(({ operation }) => operation !== "created");
    // Those of one millisecond come in any order.
    const wanted = [
      { operation: "changeSettings", before: { "organizations.invitationDays": null }, after: { "organizations.invitationDays": 3 } },
      { operation: "changeSettings", before: { "organizations.invitationDays": 3 }, after: { "organizations.invitationDays": null } },
      { operation: "switchFeature", before: { "reports.export": true }, after: { "reports.export": false } },
    ];
    expect(entries).toHaveLength(wanted.length);
    expect(entries).toEqual(expect.arrayContaining(wanted));
  });

  test.each([
    ["organizations.invitationDays", 0],
    ["organizations.invitationDays", 31],
    ["organizations.invitationDays", 2.5],
    ["organizations.invitationDays", "3"],
    ["organizations.purgeAfterDays", 1],
    ["reports.title", "Novel"],
    ["reports.title", true],
    ["no/such", 1],
  ])("%s cannot be %j", async (name, value) => {
    const ctx = await owner();
    const attempt = on.service.changeSettings(ctx, { body: { "reports.title": "Account", [name]: value } });
    await expect(attempt).rejects.toMatchObject({ status: 422, errors: [{ pointer: `/${name.replace("/", "~1")}` }] });
    expect((await on.service.listSettings(ctx)).some(({ own }) => own)).toBe(false);
  });

  test("an organization switches what it was given, for itself alone", async () => {
    const [mine, yours] = [await owner(), await owner()];
    expect(await on.service.listFeatures(mine)).toEqual([
      { name: "reports", given: true, enabled: true },
      { name: "reports.export", given: true, enabled: true },
    ]);
    const off = { name: "reports.export", body: { enabled: false } };
    expect(await on.service.switchFeature(mine, off)).toEqual({ name: "reports.export", given: true, enabled: false });
    expect(await on.core.features.enabled(mine, "reports.export")).toBe(false);
    expect(await on.core.features.enabled(yours, "reports.export")).toBe(true);
    await on.core.features.set(mine, yours.organization, "reports", false);
    const attempt = on.service.switchFeature(yours, { name: "reports", body: { enabled: true } });
    await expect(attempt).rejects.toMatchObject({ status: 403 });
    expect((await on.service.listFeatures(yours))[0]).toEqual({ name: "reports", given: false, enabled: false });
    await expect(on.service.switchFeature(mine, { name: "billing", body: { enabled: true } })).rejects.toMatchObject({ status: 404 });
  });
});
