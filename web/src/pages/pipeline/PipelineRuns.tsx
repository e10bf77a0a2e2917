import { listRunsOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { useQuery } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { useTranslation } from "react-i18next";
import { asList } from "@/api/as-list.ts";
import { EmptyState } from "@/components/EmptyState.tsx";
import { ListBody } from "@/components/ListBody.tsx";
import { Panel } from "@/components/Panel.tsx";
import { RunTable } from "@/pages/runs/RunTable.tsx";

export function PipelineRuns({ pipelineId }: { readonly pipelineId: string }) {
  const { t } = useTranslation();
  const runs = useQuery(listRunsOptions({ query: { "filter[pipelineId][eq]": pipelineId, sort: "-createdAt", limit: 10 } }));
  return (
    <Panel title={t("home.recentRuns")}>
      <ListBody list={asList(runs)} empty={<EmptyState Icon={Play} title={t("pipeline.noRuns.title")} text={t("pipeline.noRuns.text")} />}>
        {(items) => <RunTable items={items} ofOne />}
      </ListBody>
    </Panel>
  );
}
