import { deleteRoleMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { invalidate } from "@/api/query-client.ts";
import { Button } from "@/components/Button.tsx";
import { Dialog } from "@/components/Dialog.tsx";
import { DialogActions } from "@/components/DialogActions.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Select } from "@/components/Select.tsx";
import type { RoleOption } from "../use-roles.ts";

interface Props {
  readonly role: RoleOption;
  readonly others: readonly RoleOption[];
  readonly onClose: () => void;
}

/** Deletes a role, and says which other takes its place. */
export function DeleteRoleDialog({ role, others, onClose }: Props) {
  const { t } = useTranslation();
  const choices = others.filter(({ id, refusal }) => id !== role.id && id !== "owner" && refusal === undefined);
  const [replaceBy, setReplaceBy] = useState(choices.find(({ id }) => id === "viewer")?.id ?? choices[0]?.id ?? "");
  const remove = useMutation({
    ...deleteRoleMutation(),
    onSuccess: async () => {
      toast.success(t("roleEditor.deleted"));
      onClose();
      await invalidate("listPermissions", "listRoles", "listMemberships", "listInvitations");
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("roleEditor.delete", { name: role.name })}
      description={t("roleEditor.deleteText")}
    >
      <div className="flex flex-col gap-4">
        <Field label={t("roleEditor.replaceBy")}>
          {(wiring) => (
            <Select {...wiring} value={replaceBy} onChange={({ target }) => setReplaceBy(target.value)}>
              {choices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <FormProblem error={remove.error} />
        <DialogActions>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button
            look="danger"
            busy={remove.isPending}
            onClick={() => remove.mutate({ path: { id: role.id }, ...(replaceBy === "" ? {} : { query: { replaceBy } }) })}
          >
            {t("common.delete")}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
