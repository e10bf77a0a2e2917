import { changeEmailMutation, requestVerificationMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { Button } from "@/components/Button.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { Panel } from "@/components/Panel.tsx";
import { toastProblem } from "@/components/toast-problem.ts";
import { useMe } from "@/session/use-me.ts";

export function EmailPanel() {
  const { t } = useTranslation();
  const { user, emailVerified } = useMe();
  const form = useForm<{ email: string }>({ defaultValues: { email: "" } });
  const again = useMutation({
    ...requestVerificationMutation(),
    onSuccess: () => toast.success(t("emailPanel.sent", { email: user.email })),
    onError: toastProblem,
  });
  const change = useMutation({
    ...changeEmailMutation(),
    onSuccess: (_, { body: { email } }) => {
      toast.success(t("emailPanel.sent", { email }));
      form.reset();
    },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(({ email }) => change.mutate({ body: { email: email.trim() } }));
  return (
    <Panel title={t("account.email")}>
      <div className="flex flex-col gap-4 p-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <span className="min-w-0 font-medium break-all">{user.email}</span>
          {emailVerified ? (
            <span className="flex items-center gap-1 text-xs text-ok">
              <CircleCheck aria-hidden className="size-3.5" />
              {t("emailPanel.verified")}
            </span>
          ) : (
            <>
              <span className="flex items-center gap-1 text-xs text-warn">
                <CircleAlert aria-hidden className="size-3.5" />
                {t("emailPanel.unverified")}
              </span>
              <Button size="sm" busy={again.isPending} onClick={() => again.mutate({})}>
                {t("emailPanel.again")}
              </Button>
            </>
          )}
        </div>
        <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
          <Field label={t("emailPanel.new")} help={t("emailPanel.newHelp")} errors={errors.email ? [t("account.emailWrong")] : []}>
            {(wiring) => (
              <Input
                {...wiring}
                type="email"
                autoComplete="email"
                maxLength={254}
                {...form.register("email", { required: true, pattern: /^\s*\S+@\S+\s*$/ })}
              />
            )}
          </Field>
          <FormProblem error={change.error} />
          <Button type="submit" className="self-start" busy={change.isPending}>
            {t("emailPanel.change")}
          </Button>
        </form>
      </div>
    </Panel>
  );
}
