import { deletePasskeyMutation, listPasskeysOptions } from "@sdk/@tanstack/react-query.gen.ts";
import type { Passkey } from "@sdk/types.gen.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { asList } from "@/api/as-list.ts";
import { invalidate } from "@/api/query-client.ts";
import { Button } from "@/components/Button.tsx";
import { ConfirmDialog } from "@/components/ConfirmDialog.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { ListBody } from "@/components/ListBody.tsx";
import { MenuItem } from "@/components/Menu.tsx";
import { Panel } from "@/components/Panel.tsx";
import { RowMenu } from "@/components/RowMenu.tsx";
import { Time } from "@/components/Time.tsx";
import { toastProblem } from "@/components/toast-problem.ts";
import { passkeysWork } from "@/session/passkeys.ts";
import { PasskeyDialog } from "./PasskeyDialog.tsx";

export function PasskeysPanel() {
  const { t } = useTranslation();
  const passkeys = useQuery(listPasskeysOptions({ query: { sort: "-createdAt", limit: 50 } }));
  const [naming, setNaming] = useState<Passkey | "new">();
  const [removing, setRemoving] = useState<Passkey>();
  const remove = useMutation({
    ...deletePasskeyMutation(),
    onSuccess: async () => {
      toast.success(t("passkeys.removed"));
      await invalidate("listPasskeys", "getSecondFactor");
    },
    onError: toastProblem,
  });
  return (
    <Panel
      title={t("passkeys.title")}
      actions={
        passkeysWork() && (
          <Button size="sm" onClick={() => setNaming("new")}>
            <Plus aria-hidden />
            {t("passkeys.add")}
          </Button>
        )
      }
    >
      <ListBody
        list={asList(passkeys)}
        empty={
          <EmptyState
            Icon={KeyRound}
            title={t("passkeys.empty.title")}
            text={t(passkeysWork() ? "passkeys.empty.text" : "passkeys.cannot")}
          />
        }
      >
        {(items) => (
          <ul aria-label={t("passkeys.title")} className="divide-y">
            {items.map((passkey) => (
              <li key={passkey.id} className="flex items-center gap-3 px-4 py-2">
                <KeyRound aria-hidden className="size-4 shrink-0 text-muted" />
                <div className="min-w-0 flex-1">
                  <p className="truncate font-medium">{passkey.name}</p>
                  <p className="text-xs text-muted">
                    {passkey.lastUsedAt === null ? t("passkeys.neverUsed") : t("passkeys.used")}{" "}
                    {passkey.lastUsedAt !== null && <Time at={passkey.lastUsedAt} />}
                  </p>
                </div>
                <RowMenu label={t("passkeys.actions", { name: passkey.name })}>
                  <MenuItem onSelect={() => setNaming(passkey)}>{t("passkeys.rename")}</MenuItem>
                  <MenuItem danger onSelect={() => setRemoving(passkey)}>
                    {t("passkeys.remove")}
                  </MenuItem>
                </RowMenu>
              </li>
            ))}
          </ul>
        )}
      </ListBody>
      {naming !== undefined && <PasskeyDialog passkey={naming === "new" ? undefined : naming} onClose={() => setNaming(undefined)} />}
      <ConfirmDialog
        open={removing !== undefined}
        onOpenChange={(open) => !open && setRemoving(undefined)}
        title={t("passkeys.removeAsk.title", { name: removing?.name ?? "" })}
        description={t("passkeys.removeAsk.text")}
        action={t("passkeys.remove")}
        onConfirm={() => removing && remove.mutate({ path: { id: removing.id } })}
      />
    </Panel>
  );
}
