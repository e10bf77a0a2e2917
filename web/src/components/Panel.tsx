import type { ReactNode } from "react";
import { useId } from "react";
import { classes } from "./classes.ts";

interface Props {
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A bordered part of a page, a landmark when it has a title. */
export function Panel({ title, actions, className, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={title === undefined ? undefined : id} className={classes("min-w-0 rounded-lg border bg-raised", className)}>
      {title !== undefined && (
        <header className="flex min-h-11 flex-wrap items-center gap-2 border-b px-4 py-1.5">
          <h2 id={id} className="flex-1 font-medium">
            {title}
          </h2>
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}
