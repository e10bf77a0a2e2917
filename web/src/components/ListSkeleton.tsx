import { useTranslation } from "react-i18next";
import { Skeleton } from "./Skeleton.tsx";

/** A list, or a part of a page, whose data is under way. */
export function ListSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t("common.loading")} className="flex flex-col gap-3 p-4">
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} className="h-6" />
      ))}
    </div>
  );
}
