import type { Page } from "../core/database/lists.ts";

/** All rows of a list, page after page. For what an organization has few of. */
export async function every<Item>(
  list: (query: { readonly limit: number; readonly cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const found: Item[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await list({ limit: 200, ...(cursor === undefined ? {} : { cursor }) });
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  return found;
}
