import { getSetupOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { signIn } from "@sdk/sdk.gen.ts";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { AuthFrame } from "@/components/AuthFrame.tsx";
import { Button } from "@/components/Button.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { useEntering } from "@/session/use-entering.ts";
import { OtherWays } from "./OtherWays.tsx";
import { SecondStepPage } from "./SecondStepPage.tsx";

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
  const entering = useEntering(
    async (values: Values) => (await signIn({ body: { ...values, keep: "cookie" }, throwOnError: true })).data,
    next,
  );
  const { errors } = form.formState;
  if (entering.step !== undefined) return <SecondStepPage step={entering.step} next={next} onBack={() => entering.reset()} />;

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
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => void form.handleSubmit((values) => entering.mutate(values))(event)}
      >
        <Field label={t("account.email")} errors={errors.email ? [t("account.emailMissing")] : []}>
          {(wiring) => <Input {...wiring} type="email" autoComplete="username" autoFocus {...form.register("email", { required: true })} />}
        </Field>
        <Field label={t("account.password")} errors={errors.password ? [t("account.passwordMissing")] : []}>
          {(wiring) => (
            <Input {...wiring} type="password" autoComplete="current-password" {...form.register("password", { required: true })} />
          )}
        </Field>
        <FormProblem error={entering.error} />
        <Button type="submit" look="primary" className="h-9" busy={entering.isPending}>
          {t("signIn.action")}
        </Button>
        <Link to="/forgotten-password" className="self-start text-muted underline underline-offset-2 hover:text-text">
          {t("signIn.forgotten")}
        </Link>
      </form>
      <OtherWays next={next} />
    </AuthFrame>
  );
}
