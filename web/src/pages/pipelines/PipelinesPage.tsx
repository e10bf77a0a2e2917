import { listPipelinesInfiniteOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { paging } from "@sdk/pages.gen.ts";
import type { ListPipelinesData } from "@sdk/types.gen.ts";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Plus, Workflow } from "lucide-react";
import { useTranslation } from "react-i18next";
import { asLongList } from "@/api/as-list.ts";
import { Button } from "@/components/Button.tsx";
import { DataTable, rowLink } from "@/components/DataTable.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { ListBody } from "@/components/ListBody.tsx";
import { Page } from "@/components/Page.tsx";
import { Panel } from "@/components/Panel.tsx";
import { SearchInput } from "@/components/SearchInput.tsx";
import { Time } from "@/components/Time.tsx";
import { useMay } from "@/session/use-me.ts";

const route = getRouteApi("/app/pipelines");
type Query = NonNullable<ListPipelinesData["query"]>;

export function PipelinesPage() {
  const { t } = useTranslation();
  const { text, sort = "-updatedAt" } = route.useSearch();
  const navigate = route.useNavigate();
  const mayWrite = useMay("pipelines.write");
  const query = { sort, ...(text === undefined ? {} : { search: text }) } as Query;
  const pipelines = useInfiniteQuery({ ...listPipelinesInfiniteOptions({ query }), ...paging, placeholderData: keepPreviousData });
  const change = (search: { text?: string; sort?: string }): void =>
    void navigate({ search: (old) => ({ ...old, ...search }), replace: true });
  const create = mayWrite && (
    <Button asChild look="primary">
      <Link to="/pipelines/new">
        <Plus aria-hidden />
        {t("pipelines.new")}
      </Link>
    </Button>
  );

  return (
    <Page title={t("places.pipelines")} description={t("pipelines.text")} actions={create}>
      <SearchInput label={t("pipelines.filter")} value={text ?? ""} onChange={(next) => change({ text: next })} />
      <Panel>
        <ListBody
          list={asLongList(pipelines)}
          empty={
            text === undefined ? (
              <EmptyState Icon={Workflow} title={t("pipelines.empty.title")} text={t("pipelines.empty.text")}>
                {create}
              </EmptyState>
            ) : (
              <EmptyState Icon={Workflow} title={t("common.noMatch.title")} text={t("common.noMatch.text", { text })}>
                <Button onClick={() => change({ text: "" })}>{t("common.clearFilter")}</Button>
              </EmptyState>
            )
          }
        >
          {(items) => (
            <DataTable
              label={t("places.pipelines")}
              items={items}
              keyOf={(pipeline) => pipeline.id}
              sort={sort}
              onSort={(next) => change({ sort: next })}
              columns={[
                {
                  id: "name",
                  header: t("pipelines.columns.name"),
                  sort: "name",
                  cell: (pipeline) => (
                    <>
                      <Link to="/pipelines/$pipelineId" params={{ pipelineId: pipeline.id }} className={rowLink}>
                        {pipeline.name}
                      </Link>
                      {pipeline.description && <p className="line-clamp-1 max-w-xl text-xs text-muted">{pipeline.description}</p>}
                    </>
                  ),
                },
                {
                  id: "steps",
                  header: t("pipelines.columns.steps"),
                  className: "max-sm:hidden tabular-nums",
                  cell: (pipeline) => pipeline.definition.steps.length,
                },
                {
                  id: "version",
                  header: t("pipelines.columns.version"),
                  className: "max-sm:hidden",
                  cell: (pipeline) => <span className="text-muted">{t("pipelines.version", { number: pipeline.latest })}</span>,
                },
                {
                  id: "updated",
                  header: t("pipelines.columns.updated"),
                  sort: "updatedAt",
                  className: "text-muted",
                  cell: (pipeline) => <Time at={pipeline.updatedAt} />,
                },
              ]}
            />
          )}
        </ListBody>
      </Panel>
    </Page>
  );
}
