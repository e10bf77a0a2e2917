import { getSetupOptions, signInMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { AuthFrame } from "@/components/AuthFrame.tsx";
import { Button } from "@/components/Button.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { enter } from "@/session/enter.ts";

interface Values {
  email: string;
  password: string;
}

const route = getRouteApi("/sign-in");

export function SignInPage() {
  const { t } = useTranslation();
  const { next } = route.useSearch();
  const setup = useQuery(getSetupOptions());
  const form = useForm<Values>({ defaultValues: { email: "", password: "" } });
  const signIn = useMutation({ ...signInMutation(), onSuccess: (answer) => enter(answer, next) });
  const { errors } = form.formState;
  const submit = form.handleSubmit((values) => signIn.mutate({ body: { ...values, keep: "cookie" } }));

  return (
    <AuthFrame
      title={t("signIn.title")}
      text={t("signIn.text")}
      below={
        setup.data?.registration === true && (
          <>
            {t("signIn.noAccount")}{" "}
            <Link to="/register" className="font-medium text-accent underline underline-offset-2">
              {t("signIn.register")}
            </Link>
          </>
        )
      }
    >
      <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        <Field label={t("account.email")} errors={errors.email ? [t("account.emailMissing")] : []}>
          {(wiring) => <Input {...wiring} type="email" autoComplete="username" autoFocus {...form.register("email", { required: true })} />}
        </Field>
        <Field label={t("account.password")} errors={errors.password ? [t("account.passwordMissing")] : []}>
          {(wiring) => (
            <Input {...wiring} type="password" autoComplete="current-password" {...form.register("password", { required: true })} />
          )}
        </Field>
        <FormProblem error={signIn.error} />
        <Button type="submit" look="primary" className="h-9" busy={signIn.isPending}>
          {t("signIn.action")}
        </Button>
      </form>
    </AuthFrame>
  );
}
