const header = "// Made with the SDK. Do not edit: change the spec and run `npm run generate`.\n";

const pages = `${header}
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
 * \`for await (const pipeline of pages(listPipelines, { query: { sort: 'name', limit: 200 } })) …\`
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

/** What TanStack Query must know to page through a list: \`useInfiniteQuery({ ...listPipelinesInfiniteOptions(), ...paging })\`. */
export const paging = {
    initialPageParam: {},
    getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined
};
`;

const problems = `${header}
import type { Problem } from './types.gen.ts';

/**
 * Whether what a call gave as \`error\`, or threw, is what the server said (RFC 9457), and not, say, a broken connection. With a status,
 * whether it is that answer: \`if (isProblem(error, 409)) …\`
 */
export function isProblem(error: unknown, status?: number): error is Problem {
    if (typeof error !== 'object' || error === null) return false;
    const { type, title, status: told } = error as Record<string, unknown>;
    if (typeof type !== 'string' || typeof title !== 'string' || typeof told !== 'number') return false;
    return status === undefined || status === told;
}
`;

/** Files that the SDK brings besides those that hey-api makes: what is the same for every list, and for every failure. */
export const sdkAdditions: ReadonlyMap<string, string> = new Map([
  ["generated/sdk/pages.gen.ts", pages],
  ["generated/sdk/problem.gen.ts", problems],
]);
