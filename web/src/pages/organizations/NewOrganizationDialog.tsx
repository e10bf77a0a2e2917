import { foundOrganizationMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { Button } from "@/components/Button.tsx";
import { Dialog } from "@/components/Dialog.tsx";
import { DialogActions } from "@/components/DialogActions.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { actElsewhere } from "@/session/act-elsewhere.ts";
import { session } from "@/session/session.ts";

/** Creates another organization, and goes on in it. */
export function NewOrganizationDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { name: "" } });
  const found = useMutation({
    ...foundOrganizationMutation(),
    onSuccess: async (answer, { body }) => {
      session.begin(answer);
      onClose();
      toast.success(t("organizations.created", { name: body.name }));
      await actElsewhere();
    },
  });
  const submit = form.handleSubmit(({ name }) => found.mutate({ body: { name: name.trim() } }));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("organizations.new")} description={t("organizations.newText")}>
      <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        <Field label={t("organization.name")} required errors={form.formState.errors.name ? [t("organization.nameMissing")] : []}>
          {(wiring) => <Input {...wiring} maxLength={100} {...form.register("name", { validate: (value) => value.trim() !== "" })} />}
        </Field>
        <FormProblem error={found.error} />
        <DialogActions>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" look="primary" busy={found.isPending}>
            {t("organizations.create")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
