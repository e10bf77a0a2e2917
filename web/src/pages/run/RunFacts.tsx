import type { Run } from "@sdk/types.gen.ts";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Detail } from "@/components/Detail.tsx";
import { Duration } from "@/components/Duration.tsx";
import { Time } from "@/components/Time.tsx";
import { Failure } from "./Failure.tsx";

export function RunFacts({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-3">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:flex sm:flex-wrap sm:gap-x-10">
        <Detail label={t("run.pipeline")}>
          <Link
            to="/pipelines/$pipelineId"
            params={{ pipelineId: run.pipelineId }}
            search={{ version: String(run.pipelineVersion) }}
            className="text-accent underline-offset-2 hover:underline"
          >
            {run.pipelineName} {t("pipelines.version", { number: run.pipelineVersion })}
          </Link>
        </Detail>
        <Detail label={t("run.created")}>
          <Time at={run.createdAt} />
        </Detail>
        <Detail label={t("run.duration")}>
          <Duration from={run.startedAt} to={run.finishedAt} />
        </Detail>
        {run.waitReason !== null && <Detail label={t("run.waitsFor")}>{t(`waitReason.${run.waitReason}`)}</Detail>}
      </dl>
      {run.error !== null && <Failure text={run.error} />}
    </div>
  );
}
