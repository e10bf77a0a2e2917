import { createRoleMutation, getMeQueryKey, updateRoleMutation } from "@sdk/@tanstack/react-query.gen.ts";
import type { PermissionGrant, Role } from "@sdk/types.gen.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { invalidate } from "@/api/query-client.ts";
import { Button } from "@/components/Button.tsx";
import { DialogActions } from "@/components/DialogActions.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { PermissionChoices } from "./PermissionChoices.tsx";

interface Props {
  readonly permissions: readonly PermissionGrant[];
  readonly role?: Role;
  readonly onClose: () => void;
}

/** The name of a role, and what it allows. */
export function RoleForm({ permissions, role, onClose }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>(role?.permissions ?? []);
  const form = useForm({ defaultValues: { name: role?.name ?? "", description: role?.description ?? "" } });
  const onSuccess = async ({ name }: Role): Promise<void> => {
    toast.success(role === undefined ? t("roleEditor.created", { name }) : t("roleEditor.saved"));
    onClose();
    await Promise.all([invalidate("listPermissions", "listRoles"), queries.invalidateQueries({ queryKey: getMeQueryKey() })]);
  };
  const create = useMutation({ ...createRoleMutation(), onSuccess });
  const update = useMutation({ ...updateRoleMutation(), onSuccess });
  const submit = form.handleSubmit(({ name, description }) => {
    if (chosen.length === 0) return;
    const body = { name: name.trim(), description: description.trim() === "" ? null : description.trim(), permissions: [...chosen] };
    if (role === undefined) create.mutate({ body });
    else update.mutate({ path: { id: role.id }, body, headers: { "If-Match": `"${role.version}"` } });
  });
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
      <Field label={t("roleEditor.name")} required errors={form.formState.errors.name ? [t("roleEditor.nameMissing")] : []}>
        {(wiring) => (
          <Input {...wiring} autoFocus maxLength={60} {...form.register("name", { validate: (value) => value.trim() !== "" })} />
        )}
      </Field>
      <Field label={t("roleEditor.description")}>
        {(wiring) => <Input {...wiring} maxLength={500} {...form.register("description")} />}
      </Field>
      <PermissionChoices
        permissions={permissions}
        chosen={chosen}
        had={role?.permissions ?? []}
        missing={form.formState.isSubmitted ? t("roleEditor.permissionsMissing") : undefined}
        onChange={setChosen}
      />
      <FormProblem error={create.error ?? update.error} />
      <DialogActions>
        <Button onClick={onClose}>{t("common.cancel")}</Button>
        <Button type="submit" look="primary" busy={create.isPending || update.isPending}>
          {role === undefined ? t("roleEditor.create") : t("common.save")}
        </Button>
      </DialogActions>
    </form>
  );
}
