import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { useTitle } from "./use-title.ts";

interface Props {
  readonly title: string;
  /** What the browser's tab and screen readers call it, where the title does not tell it from other pages. */
  readonly called?: string | undefined;
  /** Shown above the title: where the page stands. */
  readonly above?: ReactNode;
  /** Beside the title: a badge. */
  readonly beside?: ReactNode;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  /** Without the margin that text wants: for editors and graphs. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export const pageWidth = (wide: boolean): string => classes("mx-auto w-full px-4 py-5 sm:px-6", wide ? "max-w-[100rem]" : "max-w-6xl");

/** The frame of every page: its title, its actions, its content. */
export function Page({ title, called = title, above, beside, description, actions, wide = false, children }: Props) {
  useTitle(called);
  return (
    <div className={classes(pageWidth(wide), "flex flex-col gap-5")}>
      <header className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-60">
          {above && <div className="mb-0.5 text-xs text-muted">{above}</div>}
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <h1 className="min-w-0 text-lg font-semibold tracking-tight break-words">{title}</h1>
            {beside}
          </div>
          {description && <div className="mt-0.5 max-w-3xl text-muted">{description}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
