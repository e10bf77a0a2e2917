import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { invalidate } from "@/api/query-client.ts";
import { Button } from "@/components/Button.tsx";
import { Dialog } from "@/components/Dialog.tsx";
import { DialogActions } from "@/components/DialogActions.tsx";
import { ErrorState } from "@/components/ErrorState.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { ListSkeleton } from "@/components/ListSkeleton.tsx";
import { Select } from "@/components/Select.tsx";
import { PermissionChoices } from "@/pages/organization/roles/PermissionChoices.tsx";
import { useRoles } from "@/pages/organization/use-roles.ts";
import { MadeTokenDialog } from "./MadeTokenDialog.tsx";
import { type Owner, owners, tokenLists } from "./owners.ts";

const lifetimes = [30, 90, 365] as const;
const day = 24 * 3600 * 1000;

/** Asks what a service token is for and what it may do, makes it, and shows it. */
export function NewTokenDialog({ of, onClose }: { readonly of: Owner; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { permissions, error, refetch } = useRoles();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const form = useForm({ defaultValues: { name: "", days: String(lifetimes[0]) } });
  const create = useMutation({ ...owners[of].create(), onSuccess: () => invalidate(...tokenLists) });
  const submit = form.handleSubmit(({ name, days }) => {
    const expiresAt = new Date(Date.now() + Number(days) * day).toISOString();
    if (chosen.length > 0) create.mutate({ body: { name: name.trim(), permissions: [...chosen], expiresAt } });
  });
  if (create.data !== undefined) return <MadeTokenDialog token={create.data.token} onClose={onClose} />;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("serviceTokens.new")} description={t("serviceTokens.newText")}>
      <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        <Field
          label={t("serviceTokens.name")}
          required
          help={t("serviceTokens.nameHelp")}
          errors={form.formState.errors.name ? [t("account.nameMissing")] : []}
        >
          {(wiring) => <Input {...wiring} maxLength={100} {...form.register("name", { validate: (value) => value.trim() !== "" })} />}
        </Field>
        <Field label={t("serviceTokens.expires")}>
          {(wiring) => (
            <Select {...wiring} {...form.register("days")}>
              {lifetimes.map((days) => (
                <option key={days} value={days}>
                  {t("serviceTokens.days", { count: days })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {error !== null ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : permissions === undefined ? (
          <ListSkeleton />
        ) : (
          <PermissionChoices
            permissions={permissions.filter(({ held }) => held)}
            chosen={chosen}
            missing={form.formState.isSubmitted ? t("serviceTokens.permissionsMissing") : undefined}
            onChange={setChosen}
          />
        )}
        <FormProblem error={create.error} />
        <DialogActions>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" look="primary" busy={create.isPending}>
            {t("serviceTokens.create")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
