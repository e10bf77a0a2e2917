import type { OrganizationsParts } from "../../generated/organizations/service.gen.ts";
import { Problem } from "../core/problems/problem.ts";

const day = 24 * 3_600_000;
const atATime = 20;

/**
 * Removes for good what was deleted so long ago that it cannot be brought back: first all that every domain has of the organization, then
 * its row, so that what is cut short is taken up again. Gives how many organizations.
 */
export async function purgeDeleted({ organizations, config, core }: OrganizationsParts): Promise<number> {
  const before = new Date(core.now().getTime() - config.purgeAfterDays * day).toISOString();
  let count = 0;
  for (;;) {
    const { items } = await organizations.list(core.system("organizations", ""), {
      filter: { deletedAt: { lte: before } },
      limit: atATime,
    });
    for (const { id } of items) {
      await core.purgeOrganization(id);
      await organizations.delete(core.system("organizations", id), id).catch(unlessGone);
      // Its end was written down with its name: that goes too.
      await core.purgeOrganization(id);
      count++;
    }
    if (items.length < atATime) return count;
  }
}

/** Another process may do the same at the same time. */
function unlessGone(error: unknown): void {
  if (!(error instanceof Problem && error.status === 404)) throw error;
}
