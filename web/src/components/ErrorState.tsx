import { Link } from "@tanstack/react-router";
import { CloudOff, FileQuestion, Lock, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { asProblem } from "@/api/problem.ts";
import { problemText } from "@/api/problem-text.ts";
import { Button } from "./Button.tsx";
import { classes } from "./classes.ts";
import { useTitle } from "./use-title.ts";

const icons: Readonly<Record<number, typeof Lock>> = { 0: CloudOff, 403: Lock, 404: FileQuestion };

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Whether it stands for the whole page, whose heading it is then. */
  readonly asPage?: boolean;
}

/** What a page, or a part of one, says when its data did not come. */
export function ErrorState({ error, onRetry, asPage = false }: Props) {
  const { t } = useTranslation();
  const problem = asProblem(error);
  const { title, detail } = problemText(problem, t);
  useTitle(asPage ? title : undefined);
  const Title = asPage ? "h1" : "p";
  const Icon = icons[problem.status] ?? TriangleAlert;
  return (
    <div role="alert" className={classes("flex flex-col items-center gap-1 px-6 text-center", asPage ? "py-[20dvh]" : "py-12")}>
      <span className="mb-2 grid size-10 place-items-center rounded-lg border bg-danger-soft text-danger">
        <Icon aria-hidden className="size-5" />
      </span>
      <Title className="text-base font-medium">{title}</Title>
      <p className="max-w-md text-balance wrap-anywhere text-muted">{detail}</p>
      {problem.instance !== undefined && (
        <p className="text-xs text-faint">
          {t("errors.request")} <span className="font-mono">{problem.instance}</span>
        </p>
      )}
      {onRetry && problem.status !== 403 && problem.status !== 404 && (
        <Button className="mt-4" onClick={onRetry}>
          {t("common.retry")}
        </Button>
      )}
      {asPage && (problem.status === 403 || problem.status === 404) && (
        <Button asChild className="mt-4">
          <Link to="/">{t("notFound.home")}</Link>
        </Button>
      )}
    </div>
  );
}
