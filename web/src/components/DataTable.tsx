import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes.ts";

export interface Column<Item> {
  readonly id: string;
  readonly header: string;
  /** Whether the header is for screen readers only, where the cells say it to everybody else. */
  readonly quiet?: boolean;
  readonly cell: (item: Item) => ReactNode;
  readonly className?: string;
  /** The list's sort key, when it sorts by this column. */
  readonly sort?: string;
}

interface Props<Item> {
  readonly label: string;
  readonly columns: readonly Column<Item>[];
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
}

/** Rows and columns, which can go by the width of the table (`@max-lg:hidden`). A link in the first cell that covers its row (`rowLink`) makes the whole row lead there. */
export function DataTable<Item>({ label, columns, items, keyOf, sort, onSort }: Props<Item>) {
  return (
    <div className="@container relative overflow-x-auto">
      <table aria-label={label} className="w-full border-collapse text-left">
        <thead>
          <tr className="border-b text-xs text-muted">
            {columns.map((column) => {
              const direction = sort === column.sort ? "ascending" : sort === `-${column.sort}` ? "descending" : undefined;
              return (
                <th
                  key={column.id}
                  scope="col"
                  aria-sort={column.sort === undefined ? undefined : (direction ?? "none")}
                  className={classes("h-9 px-4 font-medium whitespace-nowrap", column.className)}
                >
                  {column.sort === undefined || onSort === undefined ? (
                    <span className={column.quiet === true ? "sr-only" : undefined}>{column.header}</span>
                  ) : (
                    <button
                      type="button"
                      className="inline-flex items-center gap-1 rounded-sm hover:text-text"
                      onClick={() => onSort(direction === "ascending" ? `-${column.sort}` : `${column.sort}`)}
                    >
                      {column.header}
                      {direction === "ascending" && <ArrowUp aria-hidden className="size-3.5" />}
                      {direction === "descending" && <ArrowDown aria-hidden className="size-3.5" />}
                    </button>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={keyOf(item)} className="relative border-b last:border-0 hover:bg-hover">
              {columns.map((column) => (
                <td key={column.id} className={classes("h-11 px-4 py-1.5", column.className)}>
                  {column.cell(item)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** For the link in a row's first cell: its target covers the row. */
export const rowLink =
  "font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent";
