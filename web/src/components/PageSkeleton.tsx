import { useTranslation } from "react-i18next";
import { Skeleton } from "./Skeleton.tsx";

/** A page whose data is under way. */
export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t("common.loading")} className="mx-auto flex w-full max-w-6xl flex-col gap-5 px-4 py-5 sm:px-6">
      <Skeleton className="h-7 w-64" />
      <Skeleton className="h-64" />
      <Skeleton className="h-40" />
    </div>
  );
}
