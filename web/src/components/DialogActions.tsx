import type { ReactNode } from "react";

/** The buttons of a dialog, the one that does it last. They stay in sight however long the dialog is. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className="sticky -bottom-5 z-10 -mx-5 -mb-5 flex flex-wrap justify-end gap-2 border-t bg-raised px-5 py-3">{children}</div>;
}
