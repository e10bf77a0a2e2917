import { requestMagicLink, requestPasswordReset } from "@sdk/sdk.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { AuthFrame } from "@/components/AuthFrame.tsx";
import { Button } from "@/components/Button.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { LookIntoMail } from "@/components/LookIntoMail.tsx";

const asks = { forgotten: requestPasswordReset, magicLink: requestMagicLink } as const;

/** Asks for a link by mail. What it says after is the same whether the address has an account or not. */
function AskLinkPage({ about }: { readonly about: keyof typeof asks }) {
  const { t } = useTranslation();
  const form = useForm<{ email: string }>({ defaultValues: { email: "" } });
  const ask = useMutation({
    mutationFn: async ({ email }: { email: string }) => void (await asks[about]({ body: { email }, throwOnError: true })),
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit((values) => ask.mutate(values));
  return (
    <AuthFrame
      title={t(`${about}.title`)}
      text={t(`${about}.text`)}
      below={
        <Link to="/sign-in" className="font-medium text-accent underline underline-offset-2">
          {t("forgotten.back")}
        </Link>
      }
    >
      {ask.isSuccess ? (
        <LookIntoMail>{t("forgotten.sent", { email: form.getValues("email") })}</LookIntoMail>
      ) : (
        <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
          <Field label={t("account.email")} errors={errors.email ? [t("account.emailMissing")] : []}>
            {(wiring) => (
              <Input {...wiring} type="email" autoComplete="username" autoFocus {...form.register("email", { required: true })} />
            )}
          </Field>
          <FormProblem error={ask.error} />
          <Button type="submit" look="primary" className="h-9" busy={ask.isPending}>
            {t("forgotten.action")}
          </Button>
        </form>
      )}
    </AuthFrame>
  );
}

export const ForgottenPasswordPage = () => <AskLinkPage about="forgotten" />;

export const AskMagicLinkPage = () => <AskLinkPage about="magicLink" />;
