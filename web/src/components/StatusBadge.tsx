import type { RunStatus, StepStatus } from "@sdk/types.gen.ts";
import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CirclePause,
  CircleSlash,
  CircleX,
  Clock3,
  LoaderCircle,
  TriangleAlert,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { classes } from "./classes.ts";

export type Status = RunStatus | StepStatus;

const looks = {
  pending: { Icon: CircleDashed, tone: "text-faint", soft: "bg-hover text-muted" },
  queued: { Icon: CircleDot, tone: "text-muted", soft: "bg-hover text-muted" },
  running: { Icon: LoaderCircle, tone: "text-info", soft: "bg-info-soft text-info" },
  waiting: { Icon: CirclePause, tone: "text-warn", soft: "bg-warn-soft text-warn" },
  succeeded: { Icon: CircleCheck, tone: "text-ok", soft: "bg-ok-soft text-ok" },
  failed: { Icon: CircleX, tone: "text-danger", soft: "bg-danger-soft text-danger" },
  timed_out: { Icon: Clock3, tone: "text-danger", soft: "bg-danger-soft text-danger" },
  cancelling: { Icon: Ban, tone: "text-warn", soft: "bg-warn-soft text-warn" },
  cancelled: { Icon: Ban, tone: "text-muted", soft: "bg-hover text-muted" },
  skipped: { Icon: CircleSlash, tone: "text-faint", soft: "bg-hover text-muted" },
  completed_with_errors: { Icon: TriangleAlert, tone: "text-warn", soft: "bg-warn-soft text-warn" },
} as const satisfies Record<Status, object>;

/** The status as a coloured sign; give the text beside it. */
export function StatusIcon({ status }: { readonly status: Status }) {
  const { Icon, tone } = looks[status];
  return <Icon aria-hidden className={classes("size-4 shrink-0", tone, status === "running" && "animate-spin")} />;
}

/** The status as sign and word: colour alone says nothing to some. */
export function StatusBadge({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  const { Icon, soft } = looks[status];
  return (
    <span className={classes("inline-flex h-5 items-center gap-1 rounded-full px-2 text-xs font-medium whitespace-nowrap", soft)}>
      <Icon aria-hidden className={classes("size-3", status === "running" && "animate-spin")} />
      {t(`status.${status}`)}
    </span>
  );
}
