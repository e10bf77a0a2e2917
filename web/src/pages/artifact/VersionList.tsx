import type { ArtifactVersion } from "@sdk/types.gen.ts";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Panel } from "@/components/Panel.tsx";
import { Time } from "@/components/Time.tsx";
import { formatBytes } from "@/format/format.ts";

interface Props {
  readonly artifactId: string;
  readonly versions: readonly ArtifactVersion[];
  readonly latest: number;
  readonly shown: number;
}

export function VersionList({ artifactId, versions, latest, shown }: Props) {
  const { t } = useTranslation();
  return (
    <Panel title={t("artifact.versions")}>
      <ol className="max-h-96 overflow-y-auto">
        {versions.map(({ number, size, createdAt }) => (
          <li key={number} className="border-b last:border-0">
            <Link
              to="/artifacts/$artifactId"
              params={{ artifactId }}
              search={number === latest ? {} : { version: String(number) }}
              replace
              aria-current={number === shown || undefined}
              className="flex justify-between gap-2 px-4 py-2 -outline-offset-2 hover:bg-hover aria-current:bg-hover"
            >
              <span className="font-medium">{t("pipelines.version", { number })}</span>
              <span className="text-muted">
                {formatBytes(size)} · <Time at={createdAt} />
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
