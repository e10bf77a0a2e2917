import { useTranslation } from "react-i18next";
import { Detail } from "@/components/Detail.tsx";
import { Duration } from "@/components/Duration.tsx";
import { StatusBadge } from "@/components/StatusBadge.tsx";
import { formatDateTime } from "@/format/format.ts";
import { Failure } from "./Failure.tsx";
import type { LiveStep } from "./run-state.ts";

export function StepFacts({ step }: { readonly step: LiveStep }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-3 border-b p-4">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:flex sm:flex-wrap sm:gap-x-8">
        <Detail label={t("run.status")}>
          <StatusBadge status={step.status} />
        </Detail>
        <Detail label={t("run.tool")}>
          <code className="font-mono text-xs">{step.tool}</code>
        </Detail>
        <Detail label={t("run.attemptsLabel")}>{step.attempts}</Detail>
        <Detail label={t("run.duration")}>
          <Duration from={step.startedAt} to={step.finishedAt} />
        </Detail>
        {step.startedAt !== null && <Detail label={t("run.started")}>{formatDateTime(step.startedAt)}</Detail>}
        {step.waitReason !== null && <Detail label={t("run.waitsFor")}>{t(`waitReason.${step.waitReason}`)}</Detail>}
      </dl>
      {step.error !== null && <Failure text={step.error} />}
    </div>
  );
}
