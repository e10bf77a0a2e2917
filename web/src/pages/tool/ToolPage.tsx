import { getToolOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/components/ErrorState.tsx";
import { Page } from "@/components/Page.tsx";
import { PageSkeleton } from "@/components/PageSkeleton.tsx";
import { Panel } from "@/components/Panel.tsx";
import { Skeleton } from "@/components/Skeleton.tsx";
import { useMay } from "@/session/use-me.ts";
import { SchemaView } from "./SchemaView.tsx";

const TryTool = lazy(() => import("./TryTool.tsx").then(({ TryTool }) => ({ default: TryTool })));
const route = getRouteApi("/app/tools/$toolId");

export function ToolPage() {
  const { t } = useTranslation();
  const { toolId } = route.useParams();
  const mayInvoke = useMay("tools.invoke");
  const tool = useQuery(getToolOptions({ path: { id: toolId } }));
  if (tool.error !== null) return <ErrorState asPage error={tool.error} onRetry={() => void tool.refetch()} />;
  if (tool.data === undefined) return <PageSkeleton />;
  const { title, name, description, inputSchema, outputSchema } = tool.data;
  return (
    <Page
      title={title}
      description={description}
      above={
        <Link to="/tools" className="hover:text-text hover:underline">
          {t("places.tools")}
        </Link>
      }
      beside={<code className="rounded-sm bg-hover px-1.5 py-0.5 font-mono text-xs text-muted">{name}</code>}
    >
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          <Panel title={t("tool.takes")}>
            <SchemaView schema={inputSchema} />
          </Panel>
          <Panel title={t("tool.gives")}>
            <SchemaView schema={outputSchema} given />
          </Panel>
        </div>
        <Panel title={t("tool.try")}>
          {mayInvoke ? (
            <Suspense fallback={<Skeleton className="m-4 h-40" />}>
              <TryTool key={name} name={name} schema={inputSchema} />
            </Suspense>
          ) : (
            <p className="p-4 text-muted">{t("tool.mayNot")}</p>
          )}
        </Panel>
      </div>
    </Page>
  );
}
