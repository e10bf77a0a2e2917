import { listArtifactsInfiniteOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { paging } from "@sdk/pages.gen.ts";
import type { ListArtifactsData } from "@sdk/types.gen.ts";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { FileBox, Upload } from "lucide-react";
import { useRef, useState } from "react";
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
import { formatBytes } from "@/format/format.ts";
import { useMay } from "@/session/use-me.ts";
import { DropZone } from "./DropZone.tsx";
import { UploadList } from "./UploadList.tsx";
import { useUploads } from "./use-uploads.ts";

const route = getRouteApi("/app/artifacts");
type Query = NonNullable<ListArtifactsData["query"]>;

export function ArtifactsPage() {
  const { t } = useTranslation();
  const { text, sort = "-updatedAt" } = route.useSearch();
  const navigate = route.useNavigate();
  const mayWrite = useMay("artifacts.write");
  const picker = useRef<HTMLInputElement>(null);
  const [drag, setDrag] = useState(false);
  const { uploads, upload, cancel, dismiss } = useUploads();
  const query = { sort, ...(text === undefined ? {} : { search: text }) } as Query;
  const artifacts = useInfiniteQuery({ ...listArtifactsInfiniteOptions({ query }), ...paging, placeholderData: keepPreviousData });
  const change = (search: { text?: string; sort?: string }): void =>
    void navigate({ search: (old) => ({ ...old, ...search }), replace: true });
  const button = mayWrite && (
    <Button look="primary" onClick={() => picker.current?.click()}>
      <Upload aria-hidden />
      {t("artifacts.upload")}
    </Button>
  );

  return (
    <DropZone enabled={mayWrite} over={drag} onOver={setDrag} onFiles={upload}>
      <Page title={t("places.artifacts")} description={t("artifacts.text")} actions={button}>
        <input
          ref={picker}
          type="file"
          multiple
          className="sr-only"
          tabIndex={-1}
          aria-label={t("artifacts.choose")}
          onChange={({ target }) => {
            upload([...(target.files ?? [])]);
            target.value = "";
          }}
        />
        <UploadList uploads={uploads} onCancel={cancel} onDismiss={dismiss} />
        <SearchInput label={t("artifacts.filter")} value={text ?? ""} onChange={(next) => change({ text: next })} />
        <Panel>
          <ListBody
            list={asLongList(artifacts)}
            empty={
              text === undefined ? (
                <EmptyState Icon={FileBox} title={t("artifacts.empty.title")} text={t("artifacts.empty.text")}>
                  {button}
                </EmptyState>
              ) : (
                <EmptyState Icon={FileBox} title={t("common.noMatch.title")} text={t("common.noMatch.text", { text })}>
                  <Button onClick={() => change({ text: "" })}>{t("common.clearFilter")}</Button>
                </EmptyState>
              )
            }
          >
            {(items) => (
              <DataTable
                label={t("places.artifacts")}
                items={items}
                keyOf={(artifact) => artifact.id}
                sort={sort}
                onSort={(next) => change({ sort: next })}
                columns={[
                  {
                    id: "name",
                    header: t("artifacts.columns.name"),
                    sort: "name",
                    cell: (artifact) => (
                      <Link to="/artifacts/$artifactId" params={{ artifactId: artifact.id }} className={`${rowLink} wrap-anywhere`}>
                        {artifact.name}
                      </Link>
                    ),
                  },
                  {
                    id: "type",
                    header: t("artifacts.columns.type"),
                    className: "max-md:hidden font-mono text-xs text-muted",
                    cell: (artifact) => artifact.mediaType,
                  },
                  {
                    id: "version",
                    header: t("artifacts.columns.version"),
                    className: "max-sm:hidden text-muted",
                    cell: (artifact) => t("pipelines.version", { number: artifact.latest }),
                  },
                  {
                    id: "size",
                    header: t("artifacts.columns.size"),
                    sort: "size",
                    className: "whitespace-nowrap tabular-nums",
                    cell: (artifact) => formatBytes(artifact.size),
                  },
                  {
                    id: "updated",
                    header: t("artifacts.columns.updated"),
                    sort: "updatedAt",
                    className: "text-muted",
                    cell: (artifact) => <Time at={artifact.updatedAt} />,
                  },
                ]}
              />
            )}
          </ListBody>
        </Panel>
      </Page>
    </DropZone>
  );
}
