import { useQuery } from "@tanstack/react-query";
import { FileQuestion } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { artifactBlob } from "@/api/download.ts";
import { EmptyState } from "@/components/EmptyState.tsx";
import { ErrorState } from "@/components/ErrorState.tsx";
import { Skeleton } from "@/components/Skeleton.tsx";
import { formatBytes } from "@/format/format.ts";
import { CsvPreview } from "./CsvPreview.tsx";
import { ImagePreview } from "./ImagePreview.tsx";
import { previewKind } from "./preview-kind.ts";
import { TextPreview } from "./TextPreview.tsx";

const MarkdownPreview = lazy(() => import("./MarkdownPreview.tsx").then(({ MarkdownPreview }) => ({ default: MarkdownPreview })));

interface Props {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly mediaType: string;
  readonly size: number;
}

const largest = 5_000_000;

/** A file's content on the page, where that is safe and not too large. Nothing of it ever runs: HTML and SVG show as text. */
export function Preview({ id, name, number, mediaType, size }: Props) {
  const { t } = useTranslation();
  const kind = previewKind(mediaType, name);
  const shows = kind !== "none" && size <= largest;
  const content = useQuery({
    queryKey: ["artifactContent", id, number],
    queryFn: async ({ signal }) => {
      const blob = await artifactBlob(id, number, signal);
      return { blob, text: kind === "image" ? "" : await blob.text() };
    },
    enabled: shows,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  if (!shows)
    return (
      <EmptyState
        Icon={FileQuestion}
        title={t("artifact.noPreview.title")}
        text={kind === "none" ? t("artifact.noPreview.kind") : t("artifact.noPreview.size", { most: formatBytes(largest) })}
      />
    );
  if (content.error !== null) return <ErrorState error={content.error} onRetry={() => void content.refetch()} />;
  if (content.data === undefined) return <Skeleton className="m-4 h-64" />;
  const { blob, text } = content.data;
  switch (kind) {
    case "image":
      return <ImagePreview blob={blob} mediaType={mediaType} name={name} />;
    case "csv":
      return <CsvPreview text={text} />;
    case "markdown":
      return (
        <Suspense fallback={<Skeleton className="m-4 h-64" />}>
          <MarkdownPreview text={text} />
        </Suspense>
      );
    case "json":
      return <TextPreview text={indented(text)} />;
    default:
      return <TextPreview text={text} />;
  }
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
