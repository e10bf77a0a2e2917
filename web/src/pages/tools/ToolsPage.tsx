import { listToolsOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Wrench } from "lucide-react";
import { useTranslation } from "react-i18next";
import { asList } from "@/api/as-list.ts";
import { Button } from "@/components/Button.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { ListBody } from "@/components/ListBody.tsx";
import { Page } from "@/components/Page.tsx";
import { Panel } from "@/components/Panel.tsx";
import { SearchInput } from "@/components/SearchInput.tsx";

const route = getRouteApi("/app/tools");

export function ToolsPage() {
  const { t } = useTranslation();
  const { text } = route.useSearch();
  const navigate = route.useNavigate();
  const tools = useQuery({
    ...listToolsOptions({ query: { limit: 200, sort: "name", ...(text === undefined ? {} : { search: text }) } }),
    placeholderData: keepPreviousData,
  });
  const filter = (next: string): void => void navigate({ search: next === "" ? {} : { text: next }, replace: true });
  return (
    <Page title={t("places.tools")} description={t("tools.text")}>
      <SearchInput label={t("tools.filter")} value={text ?? ""} onChange={filter} />
      <ListBody
        list={asList(tools)}
        empty={
          <Panel>
            <EmptyState Icon={Wrench} title={t("common.noMatch.title")} text={t("common.noMatch.text", { text: text ?? "" })}>
              <Button onClick={() => filter("")}>{t("common.clearFilter")}</Button>
            </EmptyState>
          </Panel>
        }
      >
        {(items) => (
          <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {items.map((tool) => (
              <li key={tool.id} className="relative rounded-lg border bg-raised p-4 hover:border-line-strong hover:bg-hover">
                <Link
                  to="/tools/$toolId"
                  params={{ toolId: tool.id }}
                  className="font-medium after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
                >
                  {tool.title}
                </Link>
                <p className="font-mono text-xs text-muted">{tool.name}</p>
                <p className="mt-2 line-clamp-3 text-muted">{tool.description}</p>
              </li>
            ))}
          </ul>
        )}
      </ListBody>
    </Page>
  );
}
