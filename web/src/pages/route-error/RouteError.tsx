import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "@/api/problem.ts";
import { ErrorState } from "@/components/ErrorState.tsx";

/** A page that could not be loaded or drawn; a fault of our own is told as such, without its inside. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  function retry(): void {
    reset();
    void router.invalidate();
  }
  const told = error instanceof ApiProblem ? error : new ApiProblem(500, t("errors.page.title"), t("errors.page.detail"));
  return (
    <main className="grid min-h-[70dvh] place-items-center">
      <ErrorState error={told} onRetry={retry} />
    </main>
  );
}
