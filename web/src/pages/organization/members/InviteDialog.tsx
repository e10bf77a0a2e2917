import { inviteMemberMutation, listTeamsOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { invalidate } from "@/api/query-client.ts";
import { Button } from "@/components/Button.tsx";
import { Checkbox } from "@/components/Checkbox.tsx";
import { Dialog } from "@/components/Dialog.tsx";
import { DialogActions } from "@/components/DialogActions.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { RoleChoices } from "../RoleChoices.tsx";

/** Asks whom to invite, as what, and into which teams. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [roles, setRoles] = useState<readonly string[]>(["member"]);
  const [teams, setTeams] = useState<readonly string[]>([]);
  const known = useQuery(listTeamsOptions({ query: { sort: "name", limit: 200 } }));
  const form = useForm({ defaultValues: { email: "" } });
  const invite = useMutation({
    ...inviteMemberMutation(),
    onSuccess: async ({ email }) => {
      toast.success(t("invitations.sent", { email }));
      onClose();
      await invalidate("listInvitations");
    },
  });
  const submit = form.handleSubmit(({ email }) => {
    if (roles.length > 0) invite.mutate({ body: { email: email.trim(), roles: [...roles], teams: [...teams] } });
  });
  const message = form.formState.errors.email?.message;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("invitations.invite")} description={t("invitations.text")}>
      <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        <Field label={t("invitations.email")} required errors={message === undefined ? [] : [message]}>
          {(wiring) => (
            <Input
              {...wiring}
              type="email"
              autoComplete="off"
              maxLength={254}
              {...form.register("email", {
                required: t("account.emailMissing"),
                pattern: { value: /^\s*\S+@\S+\s*$/, message: t("account.emailWrong") },
              })}
            />
          )}
        </Field>
        <RoleChoices chosen={roles} onChange={setRoles} />
        {roles.length === 0 && <p className="text-xs text-danger">{t("members.rolesMissing")}</p>}
        {known.data !== undefined && known.data.items.length > 0 && (
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-2 font-medium">{t("invitations.teams")}</legend>
            {known.data.items.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={teams.includes(id)}
                onChange={(checked) => setTeams(checked ? [...teams, id] : teams.filter((one) => one !== id))}
              />
            ))}
          </fieldset>
        )}
        <FormProblem error={invite.error} />
        <DialogActions>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" look="primary" busy={invite.isPending}>
            {t("invitations.send")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
