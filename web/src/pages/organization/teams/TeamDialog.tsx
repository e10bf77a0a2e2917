import { createTeamMutation, updateTeamMutation } from "@sdk/@tanstack/react-query.gen.ts";
import type { Team } from "@sdk/types.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { invalidate } from "@/api/query-client.ts";
import { Button } from "@/components/Button.tsx";
import { Dialog } from "@/components/Dialog.tsx";
import { DialogActions } from "@/components/DialogActions.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { Textarea } from "@/components/Textarea.tsx";

/** Makes a team, or changes what one is called. */
export function TeamDialog({ team, onClose }: { readonly team?: Team; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { name: team?.name ?? "", description: team?.description ?? "" } });
  const onSuccess = async ({ name }: Team): Promise<void> => {
    toast.success(team === undefined ? t("teams.created", { name }) : t("teams.saved"));
    onClose();
    await invalidate("listTeams");
  };
  const create = useMutation({ ...createTeamMutation(), onSuccess });
  const update = useMutation({ ...updateTeamMutation(), onSuccess });
  const submit = form.handleSubmit(({ name, description }) => {
    const body = { name: name.trim(), description: description.trim() === "" ? null : description.trim() };
    if (team === undefined) create.mutate({ body });
    else update.mutate({ path: { id: team.id }, body, headers: { "If-Match": `"${team.version}"` } });
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={team === undefined ? t("teams.new") : t("teams.editTitle", { name: team.name })}
    >
      <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        <Field label={t("teams.name")} required errors={form.formState.errors.name ? [t("teams.nameMissing")] : []}>
          {(wiring) => <Input {...wiring} maxLength={60} {...form.register("name", { validate: (value) => value.trim() !== "" })} />}
        </Field>
        <Field label={t("teams.description")}>
          {(wiring) => <Textarea {...wiring} rows={3} maxLength={500} {...form.register("description")} />}
        </Field>
        <FormProblem error={create.error ?? update.error} />
        <DialogActions>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" look="primary" busy={create.isPending || update.isPending}>
            {team === undefined ? t("teams.create") : t("common.save")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
