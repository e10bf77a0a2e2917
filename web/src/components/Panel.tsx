import type { ReactNode } from "react";
import { useId } from "react";
import { classes } from "./classes.ts";

interface Props {
  /** For links that lead to it. */
  readonly id?: string;
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A bordered part of a page, a landmark when it has a title. */
export function Panel({ id, title, actions, className, children }: Props) {
  const titleId = useId();
  return (
    <section
      id={id}
      aria-labelledby={title === undefined ? undefined : titleId}
      className={classes("min-w-0 scroll-mt-16 rounded-lg border bg-raised", className)}
    >
      {title !== undefined && (
        <header className="flex min-h-11 flex-wrap items-center gap-2 border-b px-4 py-1.5">
          <h2 id={titleId} className="flex-1 font-medium">
            {title}
          </h2>
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}
