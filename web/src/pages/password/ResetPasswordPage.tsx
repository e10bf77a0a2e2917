import { resetPasswordMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { AuthFrame } from "@/components/AuthFrame.tsx";
import { Button } from "@/components/Button.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { NewPasswordField, newPasswordRules } from "@/components/NewPasswordField.tsx";
import { showFieldErrors } from "@/components/show-field-errors.ts";
import { linkToken } from "@/session/link-token.ts";

const names = ["password"] as const;

/** Sets a new password with the link from a mail. */
export function ResetPasswordPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [token] = useState(() => linkToken(location.hash));
  const form = useForm<{ password: string }>({ defaultValues: { password: "" } });
  const reset = useMutation({
    ...resetPasswordMutation(),
    onSuccess: async () => {
      toast.success(t("reset.done"));
      await navigate({ to: "/sign-in" });
    },
    onError: (error) => showFieldErrors(form, names, error),
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(({ password }) => reset.mutate({ body: { token, password } }));
  return (
    <AuthFrame
      title={t("reset.title")}
      text={t(token === "" ? "linkProblem" : "reset.text")}
      below={
        <Link to="/forgotten-password" className="font-medium text-accent underline underline-offset-2">
          {t("reset.another")}
        </Link>
      }
    >
      {token !== "" && (
        <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
          <NewPasswordField
            label={t("password.new")}
            errors={errors.password?.message === undefined ? [] : [errors.password.message]}
            register={() => form.register("password", newPasswordRules(t))}
            autoFocus
          />
          <FormProblem error={reset.error} fields={names} />
          <Button type="submit" look="primary" className="h-9" busy={reset.isPending}>
            {t("reset.action")}
          </Button>
        </form>
      )}
    </AuthFrame>
  );
}
