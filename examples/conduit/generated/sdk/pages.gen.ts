// Made with the SDK. Do not edit: change the spec and run `npm run generate`.

/** One page of a list, as every list of this API answers. */
interface Page<Item> {
    items: Array<Item>;
    nextCursor: string | null;
}

/** An operation that answers pages. */
type Listing = (options: never) => Promise<{ data?: Page<unknown> }>;

type ItemOf<List extends Listing> = Extract<Awaited<ReturnType<List>>, { data: Page<unknown> }>['data']['items'][number];

/**
 * Every item of a list, page after page, each asked for when it is needed. Throws what the call throws.
 *
 * `for await (const pipeline of pages(listPipelines, { query: { sort: 'name', limit: 200 } })) …`
 */
export async function* pages<List extends Listing>(
    list: List,
    options?: Parameters<List>[0]
): AsyncGenerator<ItemOf<List>, void, undefined> {
    const call = list as unknown as (options: object) => Promise<{ data: Page<ItemOf<List>> }>;
    const { query, ...rest } = (options ?? {}) as { query?: { cursor?: string } };
    let cursor: string | null = query?.cursor ?? null;
    do {
        const asked = cursor === null ? query : { ...query, cursor };
        const { data }: { data: Page<ItemOf<List>> } = await call({ ...rest, query: asked, throwOnError: true });
        yield* data.items;
        cursor = data.nextCursor;
    } while (cursor !== null);
}

/** What TanStack Query must know to page through a list: `useInfiniteQuery({ ...listPipelinesInfiniteOptions(), ...paging })`. */
export const paging = {
    initialPageParam: {},
    getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined
};
