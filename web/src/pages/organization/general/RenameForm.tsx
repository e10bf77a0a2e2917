import { getMeQueryKey, getOrganizationQueryKey, renameOrganizationMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { Button } from "@/components/Button.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { Panel } from "@/components/Panel.tsx";

export function RenameForm({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useForm({ values: { name } });
  const rename = useMutation({
    ...renameOrganizationMutation(),
    onSuccess: async (organization) => {
      queries.setQueryData(getOrganizationQueryKey(), organization);
      await queries.invalidateQueries({ queryKey: getMeQueryKey() });
      toast.success(t("organization.renamed"));
    },
  });
  const submit = form.handleSubmit((values) => rename.mutate({ body: { name: values.name.trim() } }));
  const { errors, isDirty } = form.formState;
  return (
    <Panel title={t("organization.general")}>
      <form noValidate className="flex max-w-md flex-col gap-4 p-4" onSubmit={(event) => void submit(event)}>
        <Field label={t("organization.name")} required errors={errors.name ? [t("organization.nameMissing")] : []}>
          {(wiring) => <Input {...wiring} maxLength={100} {...form.register("name", { validate: (value) => value.trim() !== "" })} />}
        </Field>
        <FormProblem error={rename.error} />
        <Button type="submit" className="self-start" busy={rename.isPending} disabled={!isDirty}>
          {t("common.save")}
        </Button>
      </form>
    </Panel>
  );
}
