import type { TFunction } from "i18next";
import type { RegisterOptions, UseFormRegisterReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { Field } from "./Field.tsx";
import { Input } from "./Input.tsx";

const shortestPassword = 12;

/** What a page can check of a new password; how easily it is guessed, the server says. */
export const newPasswordRules = (t: TFunction) =>
  ({
    required: t("account.passwordMissing"),
    minLength: { value: shortestPassword, message: t("account.passwordShort", { count: shortestPassword }) },
  }) satisfies RegisterOptions;

interface Props {
  readonly label: string;
  readonly errors: readonly string[];
  /** Registers the field, with `newPasswordRules`; called in its turn, since the first field with an error gets the focus. */
  readonly register: () => UseFormRegisterReturn;
  readonly autoFocus?: boolean;
}

/** Where a person chooses a password. */
export function NewPasswordField({ label, errors, register, autoFocus = false }: Props) {
  const { t } = useTranslation();
  return (
    <Field label={label} required help={t("account.passwordHelp", { count: shortestPassword })} errors={errors}>
      {(wiring) => <Input {...wiring} type="password" autoComplete="new-password" autoFocus={autoFocus} maxLength={200} {...register()} />}
    </Field>
  );
}
