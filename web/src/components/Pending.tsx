import { useTranslation } from "react-i18next";
import { Spinner } from "./Spinner.tsx";

/** A page whose code, or what decides whether it shows, is still under way. */
export function Pending() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t("common.loading")} className="grid min-h-[60dvh] place-items-center text-muted">
      <Spinner />
    </div>
  );
}
