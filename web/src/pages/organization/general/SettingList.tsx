import { changeSettingsMutation, listSettingsOptions, listSettingsQueryKey } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { ErrorState } from "@/components/ErrorState.tsx";
import { ListSkeleton } from "@/components/ListSkeleton.tsx";
import { Panel } from "@/components/Panel.tsx";
import { toastProblem } from "@/components/toast-problem.ts";
import { SettingRow } from "./SettingRow.tsx";

/** What the specs let an organization set for itself. */
export function SettingList({ mayWrite }: { readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const settings = useQuery(listSettingsOptions());
  const change = useMutation({
    ...changeSettingsMutation(),
    onSuccess: (all) => {
      queries.setQueryData(listSettingsQueryKey(), all);
      toast.success(t("settings.saved"));
    },
    onError: toastProblem,
  });
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
            <SettingRow
              key={`${setting.name} ${setting.value}`}
              setting={setting}
              mayWrite={mayWrite}
              busy={change.isPending}
              onChange={(value) => change.mutate({ body: { [setting.name]: value } })}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}
