import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** Names the page in the browser's tab and history, and to screen readers, which do not notice otherwise; undefined leaves its name. */
export function useTitle(title: string | undefined): void {
  const { t } = useTranslation();
  useEffect(() => {
    if (title === undefined) return;
    document.title = t("app.pageTitle", { title });
    const announcer = document.getElementById("announcer");
    if (announcer !== null) announcer.textContent = title;
  }, [title, t]);
}
