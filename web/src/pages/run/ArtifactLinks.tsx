import { getArtifactOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FileBox } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { artifactIds } from "./artifact-ids.ts";

const most = 10;

/** The artifacts that a result names, to open. */
export function ArtifactLinks({ value }: { readonly value: unknown }) {
  const { t } = useTranslation();
  const ids = artifactIds(value).slice(0, most);
  const artifacts = useQueries({ queries: ids.map((id) => getArtifactOptions({ path: { id } })) });
  const found = artifacts.flatMap(({ data }) => (data === undefined ? [] : [data]));
  if (found.length === 0) return null;
  return (
    <ul aria-label={t("run.artifacts")} className="flex flex-wrap gap-2">
      {found.map((artifact) => (
        <li key={artifact.id}>
          <Button asChild>
            <Link to="/artifacts/$artifactId" params={{ artifactId: artifact.id }} search={{}}>
              <FileBox aria-hidden />
              {artifact.name}
            </Link>
          </Button>
        </li>
      ))}
    </ul>
  );
}
