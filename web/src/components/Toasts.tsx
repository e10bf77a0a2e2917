import { useTranslation } from "react-i18next";
import { Toaster } from "sonner";
import { useShownTheme } from "@/theme/theme.ts";

export function Toasts() {
  const { t } = useTranslation();
  return (
    <Toaster
      theme={useShownTheme()}
      position="bottom-right"
      closeButton
      containerAriaLabel={t("common.notifications")}
      className="toasts"
    />
  );
}
