import { getSetupOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { register as registerAtOnce, signUp } from "@sdk/sdk.gen.ts";
import type { SignedIn, SignUpRequest } from "@sdk/types.gen.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { AuthFrame } from "@/components/AuthFrame.tsx";
import { Button } from "@/components/Button.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { LookIntoMail } from "@/components/LookIntoMail.tsx";
import { NewPasswordField, newPasswordRules } from "@/components/NewPasswordField.tsx";
import { showFieldErrors } from "@/components/show-field-errors.ts";
import { enter } from "@/session/enter.ts";

interface Values {
  name: string;
  email: string;
  password: string;
  organization: string;
}

const names = ["name", "email", "password", "organization"] as const;

export function RegisterPage() {
  const { t } = useTranslation();
  const setup = useQuery(getSetupOptions());
  const first = setup.data?.firstAccount === true;
  const form = useForm<Values>({ defaultValues: { name: "", email: "", password: "", organization: "" } });
  const { errors } = form.formState;
  const byMail = setup.data?.confirmation === true;
  const register = useMutation({
    mutationFn: async (asked: SignUpRequest): Promise<SignedIn | undefined> => {
      if (!byMail) return (await registerAtOnce({ body: { ...asked, keep: "cookie" }, throwOnError: true })).data;
      await signUp({ body: asked, throwOnError: true });
      return undefined;
    },
    // Without a session one goes on by the mail, which alone says whether there was an account.
    onSuccess: (answer) => (answer === undefined ? undefined : enter(answer)),
    onError: (error) => showFieldErrors(form, names, error),
  });
  const submit = form.handleSubmit(({ organization, ...values }) =>
    register.mutate({ ...values, ...(organization.trim() === "" ? {} : { organization: organization.trim() }) }),
  );
  const told = (name: keyof Values): string[] => (errors[name]?.message === undefined ? [] : [errors[name].message]);
  const closed = setup.data?.registration === false;
  const mailed = register.isSuccess && byMail;

  return (
    <AuthFrame
      title={t(first ? "register.firstTitle" : mailed ? "register.mailedTitle" : "register.title")}
      text={t(first ? "register.firstText" : closed ? "register.closed" : mailed ? "register.mailedText" : "register.text")}
      below={
        !first && (
          <>
            {t("register.haveAccount")}{" "}
            <Link to="/sign-in" className="font-medium text-accent underline underline-offset-2">
              {t("register.signIn")}
            </Link>
          </>
        )
      }
    >
      {closed ? null : mailed ? (
        <LookIntoMail>{t("register.mailed", { email: form.getValues("email") })}</LookIntoMail>
      ) : (
        <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
          <Field label={t("account.name")} required errors={told("name")}>
            {(wiring) => (
              <Input
                {...wiring}
                autoComplete="name"
                autoFocus
                maxLength={100}
                {...form.register("name", { required: t("account.nameMissing") })}
              />
            )}
          </Field>
          <Field label={t("account.email")} required errors={told("email")}>
            {(wiring) => (
              <Input
                {...wiring}
                type="email"
                autoComplete="username"
                maxLength={254}
                {...form.register("email", {
                  required: t("account.emailMissing"),
                  pattern: { value: /^\S+@\S+$/, message: t("account.emailWrong") },
                })}
              />
            )}
          </Field>
          <NewPasswordField
            label={t("account.password")}
            errors={told("password")}
            register={() => form.register("password", newPasswordRules(t))}
          />
          <Field label={t("account.organization")} help={t("account.organizationHelp")} errors={told("organization")}>
            {(wiring) => <Input {...wiring} autoComplete="organization" maxLength={100} {...form.register("organization")} />}
          </Field>
          <FormProblem error={register.error} fields={names} />
          <Button type="submit" look="primary" className="h-9" busy={register.isPending}>
            {t("register.action")}
          </Button>
        </form>
      )}
    </AuthFrame>
  );
}
