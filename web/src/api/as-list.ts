import type { InfiniteData, UseInfiniteQueryResult, UseQueryResult } from "@tanstack/react-query";

interface Page<Item> {
  readonly items: readonly Item[];
}

/** One page of a list, in the shape that ListBody shows. */
export function asList<Item>({ data, error, refetch }: UseQueryResult<Page<Item>, unknown>) {
  return { items: data?.items, error, refetch, hasNextPage: false, isFetchingNextPage: false, fetchNextPage: refetch };
}

/** All pages of a list so far, in the shape that ListBody shows. */
export function asLongList<Item>(query: UseInfiniteQueryResult<InfiniteData<Page<Item>>, unknown>) {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  return { items: data?.pages.flatMap(({ items }) => items), error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage };
}
