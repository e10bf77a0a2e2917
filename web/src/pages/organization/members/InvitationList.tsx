import { deleteInvitationMutation, resendInvitationMutation } from "@sdk/@tanstack/react-query.gen.ts";
import type { Invitation } from "@sdk/types.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { invalidate } from "@/api/query-client.ts";
import { ConfirmDialog } from "@/components/ConfirmDialog.tsx";
import { DataTable } from "@/components/DataTable.tsx";
import { ListBody, type Listed } from "@/components/ListBody.tsx";
import { MenuItem } from "@/components/Menu.tsx";
import { Panel } from "@/components/Panel.tsx";
import { RowMenu } from "@/components/RowMenu.tsx";
import { Time } from "@/components/Time.tsx";
import { toastProblem } from "@/components/toast-problem.ts";
import { useNow } from "@/format/use-now.ts";
import { useRoles } from "../use-roles.ts";

/** Who is invited and has not come yet. */
export function InvitationList({ list }: { readonly list: Listed<Invitation> }) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const { nameOf } = useRoles();
  const [revoking, setRevoking] = useState<Invitation>();
  const resend = useMutation({
    ...resendInvitationMutation(),
    onSuccess: async ({ email }) => {
      toast.success(t("invitations.resent", { email }));
      await invalidate("listInvitations");
    },
    onError: toastProblem,
  });
  const revoke = useMutation({
    ...deleteInvitationMutation(),
    onSuccess: async () => {
      toast.success(t("invitations.revoked"));
      await invalidate("listInvitations");
    },
    onError: toastProblem,
  });

  return (
    <Panel id="invitations" title={t("invitations.title")}>
      <ListBody list={list} empty={null}>
        {(items) => (
          <DataTable
            label={t("invitations.title")}
            items={items}
            keyOf={(invitation) => invitation.id}
            columns={[
              { id: "email", header: t("invitations.email"), className: "break-all font-medium", cell: ({ email }) => email },
              { id: "roles", header: t("invitations.roles"), cell: ({ roles }) => roles.map(nameOf).join(", ") },
              {
                id: "expires",
                header: t("invitations.expires"),
                className: "text-muted max-sm:hidden",
                cell: ({ expiresAt }) =>
                  Date.parse(expiresAt) <= now ? <span className="text-danger">{t("invitations.expired")}</span> : <Time at={expiresAt} />,
              },
              {
                id: "actions",
                header: t("common.actions"),
                quiet: true,
                className: "w-0 text-right",
                cell: (invitation) => (
                  <RowMenu label={t("members.actionsFor", { name: invitation.email })}>
                    <MenuItem onSelect={() => resend.mutate({ path: { id: invitation.id } })}>{t("invitations.resend")}</MenuItem>
                    <MenuItem danger onSelect={() => setRevoking(invitation)}>
                      {t("invitations.revoke")}
                    </MenuItem>
                  </RowMenu>
                ),
              },
            ]}
          />
        )}
      </ListBody>
      {revoking && (
        <ConfirmDialog
          open
          onOpenChange={() => setRevoking(undefined)}
          title={t("invitations.revokeAsk.title", { email: revoking.email })}
          description={t("invitations.revokeAsk.text")}
          action={t("invitations.revoke")}
          onConfirm={() => revoke.mutate({ path: { id: revoking.id } })}
        />
      )}
    </Panel>
  );
}
