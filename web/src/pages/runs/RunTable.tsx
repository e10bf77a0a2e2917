import type { Run } from "@sdk/types.gen.ts";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { DataTable, rowLink } from "@/components/DataTable.tsx";
import { Duration } from "@/components/Duration.tsx";
import { StatusBadge } from "@/components/StatusBadge.tsx";
import { Time } from "@/components/Time.tsx";

interface Props {
  readonly items: readonly Run[];
  /** Whether all are of one pipeline, which the page names: their ids tell them apart then. */
  readonly ofOne?: boolean;
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
}

export function RunTable({ items, ofOne = false, ...sorting }: Props) {
  const { t } = useTranslation();
  return (
    <DataTable
      label={t("places.runs")}
      items={items}
      keyOf={(run) => run.id}
      columns={[
        {
          id: "pipeline",
          header: ofOne ? t("runs.columns.run") : t("runs.columns.pipeline"),
          cell: (run) => (
            <Link to="/runs/$runId" params={{ runId: run.id }} className={rowLink}>
              {ofOne ? <span className="font-mono text-xs">{run.id}</span> : run.pipelineName}
              <span className="ml-1.5 font-normal text-muted">{t("pipelines.version", { number: run.pipelineVersion })}</span>
              <span className="block text-xs font-normal text-muted @lg:hidden">
                <Time at={run.createdAt} />
              </span>
            </Link>
          ),
        },
        { id: "status", header: t("runs.columns.status"), cell: (run) => <StatusBadge status={run.status} /> },
        {
          id: "duration",
          header: t("runs.columns.duration"),
          className: "whitespace-nowrap @max-lg:hidden",
          cell: (run) => <Duration from={run.startedAt} to={run.finishedAt} />,
        },
        ...(ofOne
          ? []
          : [
              {
                id: "id",
                header: t("runs.columns.id"),
                className: "whitespace-nowrap @max-3xl:hidden",
                cell: (run: Run) => <span className="font-mono text-xs text-muted">{run.id}</span>,
              },
            ]),
        {
          id: "started",
          header: t("runs.columns.created"),
          sort: "createdAt",
          className: "text-muted @max-lg:hidden",
          cell: (run) => <Time at={run.createdAt} />,
        },
      ]}
      {...sorting}
    />
  );
}
