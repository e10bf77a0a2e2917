import { useTranslation } from "react-i18next";

/** The star beside the label of what must be filled in. The control itself says so by aria-required. */
export function RequiredMark() {
  const { t } = useTranslation();
  return (
    <span aria-hidden className="text-danger" title={t("common.required")}>
      *
    </span>
  );
}
