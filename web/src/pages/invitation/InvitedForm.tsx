import { registerMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { NewPasswordField, newPasswordRules } from "@/components/NewPasswordField.tsx";
import { showFieldErrors } from "@/components/show-field-errors.ts";
import { enter } from "@/session/enter.ts";
import { forgetInvitation } from "./invitation-token.ts";

interface Props {
  readonly token: string;
  readonly email: string;
}

const names = ["name", "password"] as const;

/** Makes an account for the address that was invited, and joins with it. */
export function InvitedForm({ token, email }: Props) {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { name: "", password: "" } });
  const { errors } = form.formState;
  const register = useMutation({
    ...registerMutation(),
    onSuccess: async (answer) => {
      forgetInvitation();
      await enter(answer);
    },
    onError: (error) => showFieldErrors(form, names, error),
  });
  const submit = form.handleSubmit(({ name, password }) =>
    register.mutate({ body: { name: name.trim(), email, password, invitation: token, keep: "cookie" } }),
  );
  const told = (message: string | undefined): string[] => (message === undefined ? [] : [message]);
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
      <p>{t("invitation.newAccount", { email })}</p>
      {/* For password managers: the account is known by its address. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field label={t("account.name")} required errors={told(errors.name?.message)}>
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
      <NewPasswordField
        label={t("account.password")}
        errors={told(errors.password?.message)}
        register={() => form.register("password", newPasswordRules(t))}
      />
      <FormProblem error={register.error} fields={names} />
      <Button type="submit" look="primary" className="h-9" busy={register.isPending}>
        {t("invitation.createAndJoin")}
      </Button>
    </form>
  );
}
