import { byOrganization } from "../cache/by-organization.ts";
import type { Context } from "../context/context.ts";
import type { Database } from "../database/database.ts";
import type { Live } from "../live/live.ts";
import { problem } from "../problems/problem.ts";
import type { FeatureStore, Features } from "./features.ts";
import { ownKey } from "./own-key.ts";

/** The topic that is woken when something was switched. */
export const featuresTopic = "core.features";

interface Parts {
  readonly database: Database;
  readonly store: FeatureStore;
  readonly live: Live;
  /** A context of the platform itself, to read in. */
  readonly system: () => Context;
}

type Said = ReadonlyMap<string, boolean>;

/** What was said of an organization: by whoever runs the platform, and by the organization of itself. */
interface Switches {
  readonly given: Said;
  readonly own: Said;
}

/** Features that cost a look into a map while nobody switches any. */
export function cachedFeatures({ database, store, live, system }: Parts): Features {
  const switches = byOrganization(live, featuresTopic, async (organization): Promise<Switches> => {
    const ctx = system();
    const [all, one, own] = await Promise.all(["", organization, ownKey(organization)].map((key) => store.read(ctx, key)));
    return { given: new Map([...(all ?? []), ...(one ?? [])]), own: own ?? new Map() };
  });
  async function write(ctx: Context, key: string, name: string, enabled: boolean): Promise<void> {
    await store.write(ctx, key, name, enabled);
    database.afterCommit(ctx, () => live.wake(featuresTopic));
  }

  return {
    enabled({ organization }, name) {
      const said = switches(organization);
      return said instanceof Promise ? said.then((found) => isOn(found, name)) : isOn(said, name);
    },
    async switchesOf({ organization }, name) {
      const said = await switches(organization);
      return { given: said.given.get(name) ?? true, enabled: isOn(said, name) };
    },
    set: write,
    async setOwn(ctx, name, enabled) {
      const { given } = await switches(ctx.organization);
      if (enabled && given.get(name) === false)
        throw problem.forbidden(`Your organization was not given ${name}. Whoever runs this platform can give it.`);
      await write(ctx, ownKey(ctx.organization), name, enabled);
    },
  };
}

const isOn = ({ given, own }: Switches, name: string): boolean => (given.get(name) ?? true) && (own.get(name) ?? true);
