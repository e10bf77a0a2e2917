import { useTranslation } from "react-i18next";
import { classes } from "./classes.ts";
import { pageWidth } from "./Page.tsx";
import { Skeleton } from "./Skeleton.tsx";

/** A page whose data is under way. */
export function PageSkeleton({ wide = false }: { readonly wide?: boolean }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t("common.loading")} className={classes(pageWidth(wide), "flex flex-col gap-5")}>
      <Skeleton className="h-7 w-64" />
      <Skeleton className="h-64" />
      <Skeleton className="h-40" />
    </div>
  );
}
