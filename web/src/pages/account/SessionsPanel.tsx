import { deleteSessionMutation, listSessionsOptions, signOutEverywhereMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Monitor } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { asList } from "@/api/as-list.ts";
import { invalidate } from "@/api/query-client.ts";
import { Button } from "@/components/Button.tsx";
import { ConfirmDialog } from "@/components/ConfirmDialog.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { ListBody } from "@/components/ListBody.tsx";
import { Panel } from "@/components/Panel.tsx";
import { Time } from "@/components/Time.tsx";
import { toastProblem } from "@/components/toast-problem.ts";
import { useMe } from "@/session/use-me.ts";
import { deviceName } from "./device-name.ts";

/** Where the person is signed in, and how to end it. */
export function SessionsPanel() {
  const { t } = useTranslation();
  const me = useMe();
  const sessions = useQuery(listSessionsOptions({ query: { sort: "-lastUsedAt", limit: 100 } }));
  const [endingAll, setEndingAll] = useState(false);
  const told = (message: "sessionsPanel.ended" | "sessionsPanel.othersEnded") => ({
    onSuccess: async () => {
      toast.success(t(message));
      await invalidate("listSessions");
    },
    onError: toastProblem,
  });
  const end = useMutation({ ...deleteSessionMutation(), ...told("sessionsPanel.ended") });
  const endOthers = useMutation({ ...signOutEverywhereMutation(), ...told("sessionsPanel.othersEnded") });
  const others = sessions.data?.items.some(({ id }) => id !== me.session) === true;
  return (
    <Panel
      title={t("sessionsPanel.title")}
      actions={
        others && (
          <Button size="sm" busy={endOthers.isPending} onClick={() => setEndingAll(true)}>
            {t("sessionsPanel.endOthers")}
          </Button>
        )
      }
    >
      <ListBody
        list={asList(sessions)}
        empty={<EmptyState Icon={Monitor} title={t("sessionsPanel.empty.title")} text={t("sessionsPanel.empty.text")} />}
      >
        {(items) => (
          <ul aria-label={t("sessionsPanel.title")} className="divide-y">
            {items.map(({ id, device, address, lastUsedAt }) => (
              <li key={id} className="flex items-center gap-3 px-4 py-2">
                <Monitor aria-hidden className="size-4 shrink-0 text-muted" />
                <div className="min-w-0 flex-1">
                  <p className="font-medium" title={device ?? undefined}>
                    {deviceName(device) ?? t("sessionsPanel.unknown")}
                    {id === me.session && <span className="ml-1.5 font-normal text-muted">{t("sessionsPanel.here")}</span>}
                  </p>
                  <p className="text-xs text-muted">
                    {address === null ? "" : `${address} · `}
                    <Time at={lastUsedAt} />
                  </p>
                </div>
                {id !== me.session && (
                  <Button
                    size="sm"
                    disabled={end.isPending}
                    aria-label={t("sessionsPanel.endOf", { name: deviceName(device) ?? t("sessionsPanel.unknown") })}
                    onClick={() => end.mutate({ path: { id } })}
                  >
                    {t("sessionsPanel.end")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </ListBody>
      <ConfirmDialog
        open={endingAll}
        onOpenChange={setEndingAll}
        title={t("sessionsPanel.endOthersAsk.title")}
        description={t("sessionsPanel.endOthersAsk.text")}
        action={t("sessionsPanel.endOthers")}
        onConfirm={() => endOthers.mutate({ body: { butHere: true } })}
      />
    </Panel>
  );
}
