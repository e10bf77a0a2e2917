import { changePasswordMutation, requestPasswordResetMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { invalidate } from "@/api/query-client.ts";
import { Button } from "@/components/Button.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { NewPasswordField, newPasswordRules } from "@/components/NewPasswordField.tsx";
import { Panel } from "@/components/Panel.tsx";
import { showFieldErrors } from "@/components/show-field-errors.ts";
import { toastProblem } from "@/components/toast-problem.ts";
import { useMe } from "@/session/use-me.ts";

interface Values {
  current: string;
  password: string;
}

const names = ["current", "password"] as const;
export function PasswordPanel() {
  const { t } = useTranslation();
  const { user } = useMe();
  const form = useForm<Values>({ defaultValues: { current: "", password: "" } });
  const change = useMutation({
    ...changePasswordMutation(),
    onSuccess: async () => {
      form.reset();
      toast.success(t("password.changed"));
      await invalidate("listSessions", "listTrustedDevices");
    },
    onError: (error) => showFieldErrors(form, names, error),
  });
  const link = useMutation({
    ...requestPasswordResetMutation(),
    onSuccess: () => toast.success(t("emailPanel.sent", { email: user.email })),
    onError: toastProblem,
  });
  const { errors } = form.formState;
  const told = (name: keyof Values): string[] => (errors[name]?.message === undefined ? [] : [errors[name].message]);
  const submit = form.handleSubmit((body) => change.mutate({ body }));
  return (
    <Panel title={t("account.password")}>
      <form noValidate className="flex flex-col gap-4 p-4" onSubmit={(event) => void submit(event)}>
        <input type="hidden" autoComplete="username" value={user.email} readOnly />
        <Field label={t("password.current")} required errors={told("current")}>
          {(wiring) => (
            <Input
              {...wiring}
              type="password"
              autoComplete="current-password"
              maxLength={200}
              {...form.register("current", { required: t("account.passwordMissing") })}
            />
          )}
        </Field>
        <NewPasswordField
          label={t("password.new")}
          errors={told("password")}
          register={() => form.register("password", newPasswordRules(t))}
        />
        <FormProblem error={change.error} fields={names} />
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" busy={change.isPending}>
            {t("password.change")}
          </Button>
          <Button look="ghost" busy={link.isPending} onClick={() => link.mutate({ body: { email: user.email } })}>
            {t("password.link")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
