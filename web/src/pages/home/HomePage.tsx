import { listPipelinesOptions, listRunsOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Play } from "lucide-react";
import { useTranslation } from "react-i18next";
import { asList } from "@/api/as-list.ts";
import { Button } from "@/components/Button.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { ListBody } from "@/components/ListBody.tsx";
import { Page } from "@/components/Page.tsx";
import { Panel } from "@/components/Panel.tsx";
import { Time } from "@/components/Time.tsx";
import { RunTable } from "@/pages/runs/RunTable.tsx";
import { useMay, useMe } from "@/session/use-me.ts";
import { FirstRun } from "./FirstRun.tsx";

export function HomePage() {
  const { t } = useTranslation();
  const { user } = useMe();
  const mayRun = useMay("runs.write");
  const runs = useQuery(listRunsOptions({ query: { limit: 8, sort: "-createdAt" } }));
  const pipelines = useQuery(listPipelinesOptions({ query: { limit: 6, sort: "-updatedAt" } }));
  const sample = pipelines.data?.items[0];
  const untouched = runs.data?.items.length === 0;

  return (
    <Page title={t("home.title", { name: user.name })} description={t("home.text")}>
      {untouched && sample !== undefined && mayRun && <FirstRun pipeline={sample} />}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <Panel
          title={t("home.recentRuns")}
          actions={
            <Button asChild look="ghost" size="sm">
              <Link to="/runs">{t("home.allRuns")}</Link>
            </Button>
          }
        >
          <ListBody
            list={asList(runs)}
            empty={<EmptyState Icon={Play} title={t("home.noRuns")} text={t(mayRun ? "home.noRunsText" : "home.noRunsToSee")} />}
          >
            {(items) => <RunTable items={items} />}
          </ListBody>
        </Panel>
        <Panel
          title={t("home.pipelines")}
          actions={
            <Button asChild look="ghost" size="sm">
              <Link to="/pipelines">{t("home.allPipelines")}</Link>
            </Button>
          }
        >
          <ListBody list={asList(pipelines)} empty={<p className="p-4 text-muted">{t("home.noPipelines")}</p>}>
            {(items) => (
              <ul>
                {items.map((pipeline) => (
                  <li key={pipeline.id} className="border-b last:border-0">
                    <Link
                      to="/pipelines/$pipelineId"
                      params={{ pipelineId: pipeline.id }}
                      className="flex flex-col px-4 py-2 -outline-offset-2 hover:bg-hover"
                    >
                      <span className="truncate font-medium">{pipeline.name}</span>
                      <span className="text-xs text-muted">
                        {t("pipelines.steps", { count: pipeline.definition.steps.length })} · <Time at={pipeline.updatedAt} />
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </ListBody>
        </Panel>
      </div>
    </Page>
  );
}
