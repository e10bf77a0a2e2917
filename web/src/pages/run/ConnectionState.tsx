import { useTranslation } from "react-i18next";
import type { StreamState } from "@/api/follow-stream.ts";
import { classes } from "@/components/classes.ts";

const dots = {
  connecting: "bg-faint",
  open: "bg-ok",
  reconnecting: "bg-warn animate-pulse",
  ended: "bg-faint",
  failed: "bg-danger",
} as const;

/** Whether the page moves by itself right now. */
export function ConnectionState({ state }: { readonly state: StreamState }) {
  const { t } = useTranslation();
  return (
    <span role="status" className="inline-flex items-center gap-1.5 text-xs text-muted">
      <span aria-hidden className={classes("size-2 rounded-full", dots[state])} />
      {t(`run.connection.${state}`)}
    </span>
  );
}
