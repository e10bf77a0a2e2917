import { byOrganization } from "../cache/by-organization.ts";
import type { Value } from "../config/settings.ts";
import type { Context } from "../context/context.ts";
import type { Database } from "../database/database.ts";
import type { Live } from "../live/live.ts";
import type { PerOrganization } from "./per-organization.ts";
import type { SettingStore } from "./setting-store.ts";

/** The topic that is woken when an organization has set something. */
export const settingsTopic = "core.settings";

/** What organizations have set for themselves, by domain and name: `organizations.invitationDays`. */
export interface OrganizationSettings {
  /** All that the caller's organization has set. */
  of(ctx: Pick<Context, "organization">): Promise<ReadonlyMap<string, Value>>;
  /** Reads one: what the organization has set, else `preset`. */
  reader(name: string, preset: Value): PerOrganization<Value>;
  /** Sets one for the caller's organization; null goes back to the preset. In the transaction of `ctx`; the value must be checked. */
  set(ctx: Context, name: string, value: Value | null): Promise<void>;
}

interface Parts {
  readonly database: Database;
  readonly store: SettingStore;
  readonly live: Live;
  /** A context of the platform itself, to read in. */
  readonly system: () => Context;
}

/** Settings that cost a look into a map while nobody sets any. */
export function organizationSettings({ database, store, live, system }: Parts): OrganizationSettings {
  const kept = byOrganization(live, settingsTopic, (organization) => store.read(system(), organization));
  return {
    of: async ({ organization }) => kept(organization),
    reader:
      (name, preset) =>
      ({ organization }) => {
        const found = kept(organization);
        return found instanceof Promise ? found.then((values) => values.get(name) ?? preset) : (found.get(name) ?? preset);
      },
    async set(ctx, name, value) {
      await store.write(ctx, ctx.organization, name, value);
      database.afterCommit(ctx, () => live.wake(settingsTopic));
    },
  };
}
