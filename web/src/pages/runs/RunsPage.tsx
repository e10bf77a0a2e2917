import { listRunsInfiniteOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { paging } from "@sdk/pages.gen.ts";
import type { ListRunsData } from "@sdk/types.gen.ts";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Play } from "lucide-react";
import { useTranslation } from "react-i18next";
import { asLongList } from "@/api/as-list.ts";
import { Button } from "@/components/Button.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { ListBody } from "@/components/ListBody.tsx";
import { Page } from "@/components/Page.tsx";
import { Panel } from "@/components/Panel.tsx";
import { Select } from "@/components/Select.tsx";
import { RunTable } from "./RunTable.tsx";
import { runStatuses } from "./run-status.ts";

const route = getRouteApi("/app/runs");
type Query = NonNullable<ListRunsData["query"]>;

export function RunsPage() {
  const { t } = useTranslation();
  const { status, sort = "-createdAt" } = route.useSearch();
  const navigate = route.useNavigate();
  const known = runStatuses.find((one) => one === status);
  const query = { sort, ...(known === undefined ? {} : { "filter[status][eq]": known }) } as Query;
  const runs = useInfiniteQuery({ ...listRunsInfiniteOptions({ query }), ...paging, placeholderData: keepPreviousData });
  const change = (search: { status?: string; sort?: string }): void =>
    void navigate({ search: (old) => ({ ...old, ...search }), replace: true });

  return (
    <Page
      title={t("places.runs")}
      description={t("runs.text")}
      actions={
        <Select aria-label={t("runs.filterStatus")} value={known ?? ""} onChange={(event) => change({ status: event.target.value })}>
          <option value="">{t("runs.anyStatus")}</option>
          {runStatuses.map((one) => (
            <option key={one} value={one}>
              {t(`status.${one}`)}
            </option>
          ))}
        </Select>
      }
    >
      <Panel>
        <ListBody
          list={asLongList(runs)}
          empty={
            known === undefined ? (
              <EmptyState Icon={Play} title={t("runs.empty.title")} text={t("runs.empty.text")}>
                <Button asChild look="primary">
                  <Link to="/pipelines">{t("runs.empty.action")}</Link>
                </Button>
              </EmptyState>
            ) : (
              <EmptyState Icon={Play} title={t("runs.none.title")} text={t("runs.none.text", { status: t(`status.${known}`) })}>
                <Button onClick={() => change({ status: "" })}>{t("common.clearFilter")}</Button>
              </EmptyState>
            )
          }
        >
          {(items) => <RunTable items={items} sort={sort} onSort={(next) => change({ sort: next })} />}
        </ListBody>
      </Panel>
    </Page>
  );
}
