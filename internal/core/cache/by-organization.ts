import { LRUCache } from "lru-cache";
import type { Live } from "../live/live.ts";

/** A wake is a hint that may be lost: what is kept is read anew after this long all the same. */
const keptMilliseconds = 30_000;
const mostOrganizations = 10_000;

/**
 * What `read` gives of an organization, at the cost of a look into a map while nobody wakes `topic`. It is at once there when it is known.
 */
export function byOrganization<Said extends object>(
  live: Live,
  topic: string,
  read: (organization: string) => Promise<Said>,
): (organization: string) => Said | Promise<Said> {
  const known = new LRUCache<string, Said>({ max: mostOrganizations, ttl: keptMilliseconds });
  // Counts wakes: what was read before one must not be kept after it.
  let generation = 0;
  live.subscribe(topic, () => {
    generation++;
    known.clear();
  });
  async function look(organization: string): Promise<Said> {
    const before = generation;
    const said = await read(organization);
    if (before === generation) known.set(organization, said);
    return said;
  }
  return (organization) => known.get(organization) ?? look(organization);
}
