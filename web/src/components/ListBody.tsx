import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button.tsx";
import { ErrorState } from "./ErrorState.tsx";
import { ListSkeleton } from "./ListSkeleton.tsx";

/** A list as a query gives it. */
export interface Listed<Item> {
  readonly items: readonly Item[] | undefined;
  readonly error: unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly refetch: () => unknown;
  readonly fetchNextPage: () => unknown;
}

interface Props<Item> {
  readonly list: Listed<Item>;
  readonly empty: ReactNode;
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** A list in each of its states: loading, failed, empty, filled, with more to come. */
export function ListBody<Item>({ list, empty, children }: Props<Item>) {
  const { t } = useTranslation();
  if (list.items === undefined) {
    if (list.error !== null) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
    return <ListSkeleton />;
  }
  if (list.items.length === 0) return empty;
  return (
    <>
      {children(list.items)}
      {list.hasNextPage && (
        <div className="border-t p-2 text-center">
          <Button look="ghost" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t("common.loadMore")}
          </Button>
        </div>
      )}
    </>
  );
}
