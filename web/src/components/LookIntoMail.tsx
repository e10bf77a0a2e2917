import { MailCheck } from "lucide-react";
import type { ReactNode } from "react";

/** What takes the place of a form that goes on in a mail. */
export function LookIntoMail({ children }: { readonly children: ReactNode }) {
  return (
    <p role="status" className="flex gap-2.5">
      <MailCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <span className="min-w-0 break-words">{children}</span>
    </p>
  );
}
