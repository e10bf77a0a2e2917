import { confirmSignUpMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { AuthFrame } from "@/components/AuthFrame.tsx";
import { Button } from "@/components/Button.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { enter } from "@/session/enter.ts";
import { linkToken } from "@/session/link-token.ts";

/** Makes the account that somebody asked for, with the link from the mail and the password that they chose then. */
export function FinishAccountPage() {
  const { t } = useTranslation();
  const [token] = useState(() => linkToken(location.hash));
  const form = useForm<{ password: string }>({ defaultValues: { password: "" } });
  const finish = useMutation({ ...confirmSignUpMutation(), onSuccess: (answer) => enter(answer) });
  const { errors } = form.formState;
  const submit = form.handleSubmit(({ password }) => finish.mutate({ body: { token, password, keep: "cookie" } }));
  return (
    <AuthFrame
      title={t("finishAccount.title")}
      text={t(token === "" ? "linkProblem" : "finishAccount.text")}
      below={
        <Link to="/register" className="font-medium text-accent underline underline-offset-2">
          {t("finishAccount.another")}
        </Link>
      }
    >
      {token !== "" && (
        <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
          <Field label={t("account.password")} errors={errors.password ? [t("account.passwordMissing")] : []}>
            {(wiring) => (
              <Input
                {...wiring}
                type="password"
                autoComplete="current-password"
                autoFocus
                {...form.register("password", { required: true })}
              />
            )}
          </Field>
          <FormProblem error={finish.error} />
          <Button type="submit" look="primary" className="h-9" busy={finish.isPending}>
            {t("finishAccount.action")}
          </Button>
        </form>
      )}
    </AuthFrame>
  );
}
