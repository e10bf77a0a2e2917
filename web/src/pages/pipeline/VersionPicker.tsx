import { listPipelineVersionsOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Select } from "@/components/Select.tsx";
import { formatDateTime } from "@/format/format.ts";

interface Props {
  readonly pipelineId: string;
  readonly latest: number;
  readonly number: number;
}

export function VersionPicker({ pipelineId, latest, number }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const versions = useQuery(listPipelineVersionsOptions({ path: { id: pipelineId } }));
  const known = versions.data ?? [];
  return (
    <Select
      aria-label={t("pipeline.version")}
      value={number}
      onChange={(event) => {
        const chosen = Number(event.target.value);
        void navigate({ to: ".", search: chosen === latest ? {} : { version: String(chosen) }, replace: true });
      }}
    >
      {!known.some((version) => version.number === number) && <option value={number}>{t("pipelines.version", { number })}</option>}
      {known.map((version) => (
        <option key={version.number} value={version.number}>
          {version.number === latest
            ? t("pipeline.latestVersion", { number: version.number })
            : t("pipeline.versionOf", { number: version.number, at: formatDateTime(version.createdAt) })}
        </option>
      ))}
    </Select>
  );
}
