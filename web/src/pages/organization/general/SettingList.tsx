import { listSettingsOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/components/ErrorState.tsx";
import { ListSkeleton } from "@/components/ListSkeleton.tsx";
import { Panel } from "@/components/Panel.tsx";
import { SettingRow } from "./SettingRow.tsx";

/** What the specs let an organization set for itself. */
export function SettingList({ mayWrite }: { readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const settings = useQuery(listSettingsOptions());
  return (
    <Panel title={t("settings.title")}>
      {settings.error !== null ? (
        <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
      ) : settings.data === undefined ? (
        <ListSkeleton />
      ) : settings.data.length === 0 ? (
        <p className="p-4 text-muted">{t("settings.none")}</p>
      ) : (
        <ul className="divide-y">
          {settings.data.map((setting) => (
            <SettingRow key={setting.name} setting={setting} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
