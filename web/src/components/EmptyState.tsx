import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface Props {
  readonly Icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

/** What a list says that has nothing to show: what would be here, and how to get it. */
export function EmptyState({ Icon, title, text, children }: Props) {
  return (
    <div className="flex flex-col items-center gap-1 px-6 py-12 text-center">
      <span className="mb-2 grid size-10 place-items-center rounded-lg border bg-panel text-muted">
        <Icon aria-hidden className="size-5" />
      </span>
      <p className="text-base font-medium">{title}</p>
      <p className="max-w-md text-muted">{text}</p>
      {children && <div className="mt-4 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  );
}
