import { LRUCache } from "lru-cache";
import type { Context } from "../context/context.ts";
import type { Database } from "../database/database.ts";
import type { Live } from "../live/live.ts";
import type { FeatureStore, Features } from "./features.ts";

/** The topic that is woken when something was switched. */
export const featuresTopic = "core.features";

/** A wake is a hint that may be lost: what is cached is read anew after this long all the same. */
const cachedMilliseconds = 30_000;
const mostOrganizations = 10_000;

interface Parts {
  readonly database: Database;
  readonly store: FeatureStore;
  readonly live: Live;
  /** A context of the platform itself, to read in. */
  readonly system: () => Context;
}

type Said = ReadonlyMap<string, boolean>;

/** Features that cost a look into a map while nobody switches any. */
export function cachedFeatures({ database, store, live, system }: Parts): Features {
  const known = new LRUCache<string, Said>({ max: mostOrganizations, ttl: cachedMilliseconds });
  // Counts switches: what was read before one must not be kept after it.
  let generation = 0;
  live.subscribe(featuresTopic, () => {
    generation++;
    known.clear();
  });

  async function read(organization: string): Promise<Said> {
    const before = generation;
    const ctx = system();
    const [all, own] = await Promise.all([store.read(ctx, ""), store.read(ctx, organization)]);
    const said = new Map([...all, ...own]);
    if (before === generation) known.set(organization, said);
    return said;
  }

  return {
    enabled({ organization }, name) {
      const said = known.get(organization);
      return said === undefined ? read(organization).then((found) => found.get(name) ?? true) : (said.get(name) ?? true);
    },
    async set(ctx, organization, name, enabled) {
      await store.write(ctx, organization, name, enabled);
      database.afterCommit(ctx, () => live.wake(featuresTopic));
    },
  };
}
