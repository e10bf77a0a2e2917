import { getMeQueryKey, setMemberRolesMutation } from "@sdk/@tanstack/react-query.gen.ts";
import type { Membership } from "@sdk/types.gen.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { invalidate } from "@/api/query-client.ts";
import { Button } from "@/components/Button.tsx";
import { Dialog } from "@/components/Dialog.tsx";
import { DialogActions } from "@/components/DialogActions.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { RoleChoices } from "../RoleChoices.tsx";

/** Says which roles a member has. */
export function MemberRolesDialog({ member, onClose }: { readonly member: Membership; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [roles, setRoles] = useState<readonly string[]>(member.roles);
  const change = useMutation({
    ...setMemberRolesMutation(),
    onSuccess: async () => {
      toast.success(t("members.saved", { name: member.name }));
      onClose();
      await Promise.all([invalidate("listMemberships", "listPermissions"), queries.invalidateQueries({ queryKey: getMeQueryKey() })]);
    },
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("members.rolesOf", { name: member.name })}>
      <div className="flex flex-col gap-4">
        <RoleChoices chosen={roles} had={member.roles} onChange={setRoles} />
        {roles.length === 0 && <p className="text-xs text-danger">{t("members.rolesMissing")}</p>}
        <FormProblem error={change.error} />
        <DialogActions>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button
            look="primary"
            busy={change.isPending}
            disabled={roles.length === 0}
            onClick={() => change.mutate({ path: { id: member.id }, body: { roles: [...roles] } })}
          >
            {t("common.save")}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
