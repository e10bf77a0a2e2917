import type { OrganizationsParts, OrganizationsService } from "../../generated/organizations/service.gen.ts";
import type { OrganizationSetting } from "../../generated/organizations/types.gen.ts";
import { databaseAuditLog } from "../core/audit/database-audit-log.ts";
import { wrongValue } from "../core/config/settings.ts";
import type { Context } from "../core/context/context.ts";
import type { FieldError } from "../core/problems/problem.ts";
import { problem } from "../core/problems/problem.ts";

type SettingOperations = Pick<OrganizationsService, "listSettings" | "changeSettings" | "listFeatures" | "switchFeature">;

/** What an organization decides for itself: settings that specs open to it, and features that it was given. */
export function settingOperations({ core }: OrganizationsParts): SettingOperations {
  const { catalog, settings, features } = core;
  // What is set is no row of an entity, so that nothing else writes it down.
  const audit = databaseAuditLog(core.database, core.now);

  async function listSettings(ctx: Context): Promise<readonly OrganizationSetting[]> {
    const own = await settings.of(ctx);
    return catalog.settings.map(({ name, domain, setting, preset }) => ({
      name,
      domain,
      type: setting.type,
      description: setting.description,
      preset,
      value: own.get(name) ?? preset,
      own: own.has(name),
      ...(setting.minimum === undefined ? {} : { minimum: setting.minimum }),
      ...(setting.maximum === undefined ? {} : { maximum: setting.maximum }),
      ...(setting.enum === undefined ? {} : { choices: setting.enum }),
    }));
  }

  return {
    listSettings,

    async changeSettings(ctx, { body }) {
      const errors: FieldError[] = [];
      for (const [name, value] of Object.entries(body)) {
        const known = catalog.settings.find((one) => one.name === name);
        const wrong =
          known === undefined ? "is no setting of organizations" : value === null ? undefined : wrongValue(known.setting, value);
        if (wrong !== undefined) errors.push({ pointer: `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`, detail: `This ${wrong}.` });
      }
      if (errors.length > 0) throw problem.invalid("Some of the settings are not right; see `errors`.", { errors });
      await core.database.transact(ctx, async (ctx) => {
        const own = await settings.of(ctx);
        const before = Object.fromEntries(Object.keys(body).map((name) => [name, own.get(name) ?? null]));
        for (const [name, value] of Object.entries(body)) await settings.set(ctx, name, value);
        await audit.record(ctx, { operation: "changeSettings", before, after: body });
      });
      // What is kept is read anew only after the commit: the answer says what was just set.
      return (await listSettings(ctx)).map((one) => {
        const value = body[one.name];
        return value === undefined ? one : { ...one, value: value ?? one.preset, own: value !== null };
      });
    },

    listFeatures: (ctx) => Promise.all(catalog.features.map(async (name) => ({ name, ...(await features.switchesOf(ctx, name)) }))),

    async switchFeature(ctx, { name, body: { enabled } }) {
      if (!catalog.features.includes(name)) throw problem.notFound(`There is no feature ${JSON.stringify(name)} to switch.`);
      const { given, enabled: before } = await features.switchesOf(ctx, name);
      await core.database.transact(ctx, async (ctx) => {
        await features.setOwn(ctx, name, enabled);
        await audit.record(ctx, { operation: "switchFeature", before: { [name]: before }, after: { [name]: enabled } });
      });
      return { name, given, enabled: given && enabled };
    },
  };
}
