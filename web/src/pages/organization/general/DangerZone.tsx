import { leaveOrganizationMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { Button } from "@/components/Button.tsx";
import { ConfirmDialog } from "@/components/ConfirmDialog.tsx";
import { Panel } from "@/components/Panel.tsx";
import { toastProblem } from "@/components/toast-problem.ts";
import { moveOn } from "@/session/act-elsewhere.ts";
import { useMay, useMe } from "@/session/use-me.ts";
import { DeleteDialog } from "./DeleteDialog.tsx";
import { TransferDialog } from "./TransferDialog.tsx";

/** Leaving, giving away and deleting: what cannot be taken back by who does it. */
export function DangerZone({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const isOwner = useMe().roles.includes("owner");
  const mayDelete = useMay("organizations.own");
  const [asking, setAsking] = useState<"leave" | "transfer" | "delete">();
  const leave = useMutation({
    ...leaveOrganizationMutation(),
    onSuccess: async () => {
      toast.success(t("danger.leave.done", { name }));
      await moveOn();
    },
    onError: toastProblem,
  });
  const close = (open: boolean): void => {
    if (!open) setAsking(undefined);
  };

  return (
    <Panel title={t("danger.title")} className="border-danger/40">
      <ul className="divide-y">
        {isOwner && (
          <Act title={t("danger.transfer.title")} text={t("danger.transfer.text")}>
            <Button onClick={() => setAsking("transfer")}>{t("danger.transfer.action")}</Button>
          </Act>
        )}
        <Act title={t("danger.leave.title")} text={t("danger.leave.text")}>
          <Button busy={leave.isPending} onClick={() => setAsking("leave")}>
            {t("danger.leave.action")}
          </Button>
        </Act>
        {mayDelete && (
          <Act title={t("danger.delete.title")} text={t("danger.delete.text")}>
            <Button look="danger" onClick={() => setAsking("delete")}>
              {t("danger.delete.action")}
            </Button>
          </Act>
        )}
      </ul>
      <ConfirmDialog
        open={asking === "leave"}
        onOpenChange={close}
        title={t("danger.leave.ask", { name })}
        description={t("danger.leave.text")}
        action={t("danger.leave.action")}
        onConfirm={() => leave.mutate({})}
      />
      <TransferDialog open={asking === "transfer"} onOpenChange={close} />
      <DeleteDialog name={name} open={asking === "delete"} onOpenChange={close} />
    </Panel>
  );
}

function Act({ title, text, children }: { readonly title: string; readonly text: string; readonly children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-medium">{title}</p>
        <p className="text-muted">{text}</p>
      </div>
      {children}
    </li>
  );
}
