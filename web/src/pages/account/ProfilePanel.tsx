import { changeMeMutation, getMeQueryKey } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { Button } from "@/components/Button.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { Panel } from "@/components/Panel.tsx";
import { useMe } from "@/session/use-me.ts";

export function ProfilePanel() {
  const { t } = useTranslation();
  const { user } = useMe();
  const queries = useQueryClient();
  const form = useForm({ values: { name: user.name } });
  const change = useMutation({
    ...changeMeMutation(),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: getMeQueryKey() });
      toast.success(t("profilePanel.saved"));
    },
  });
  const { errors, isDirty } = form.formState;
  const submit = form.handleSubmit(({ name }) => change.mutate({ body: { name: name.trim() } }));
  return (
    <Panel title={t("profilePanel.title")}>
      <form noValidate className="flex flex-col gap-4 p-4" onSubmit={(event) => void submit(event)}>
        <Field label={t("account.name")} required errors={errors.name ? [t("account.nameMissing")] : []}>
          {(wiring) => (
            <Input
              {...wiring}
              autoComplete="name"
              maxLength={100}
              {...form.register("name", { validate: (value) => value.trim() !== "" })}
            />
          )}
        </Field>
        <FormProblem error={change.error} />
        <Button type="submit" className="self-start" busy={change.isPending} disabled={!isDirty}>
          {t("common.save")}
        </Button>
      </form>
    </Panel>
  );
}
