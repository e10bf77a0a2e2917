import { signInSecondFactor } from "@sdk/sdk.gen.ts";
import type { SecondFactorSignIn } from "@sdk/types.gen.ts";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { AuthFrame } from "@/components/AuthFrame.tsx";
import { Button } from "@/components/Button.tsx";
import { Checkbox } from "@/components/Checkbox.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { passkeysWork, proveByPasskey } from "@/session/passkeys.ts";
import type { SecondStep, Way } from "@/session/second-step.ts";
import { useEntering } from "@/session/use-entering.ts";

interface Props {
  readonly step: SecondStep;
  readonly next: string | undefined;
  /** Back to the first step. */
  readonly onBack: () => void;
}

/** The second step of signing in: a code, a passkey or a recovery code, whichever the account has. */
export function SecondStepPage({ step: { challenge, ways }, next, onBack }: Props) {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way>(ways[0] ?? "recoveryCode");
  const [trustDevice, setTrustDevice] = useState(false);
  const form = useForm<{ text: string }>({ defaultValues: { text: "" } });
  const entering = useEntering(async (shown: Pick<SecondFactorSignIn, Way>) => {
    const body = { challenge, trustDevice, keep: "cookie", ...shown } as const;
    return (await signInSecondFactor({ body, throwOnError: true })).data;
  }, next);
  const passkey = useEntering(async () => {
    const body = { challenge, trustDevice, keep: "cookie", passkey: await proveByPasskey(challenge) } as const;
    return (await signInSecondFactor({ body, throwOnError: true })).data;
  }, next);

  function choose(chosen: Way): void {
    setWay(chosen);
    form.reset();
    entering.reset();
  }
  const submit = form.handleSubmit(({ text }) =>
    entering.mutate(way === "code" ? { code: text.replaceAll(/\s/g, "") } : { recoveryCode: text.trim() }),
  );
  const { errors } = form.formState;
  const others = ways.filter((other) => other !== way && (other !== "passkey" || passkeysWork()));

  return (
    <AuthFrame title={t("secondStep.title")} text={t(`secondStep.text.${way}`)}>
      <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        {way === "passkey" ? (
          <Button look="primary" className="h-9" busy={passkey.isPending} onClick={() => passkey.mutate(undefined)}>
            {t("secondStep.usePasskey")}
          </Button>
        ) : (
          <Field key={way} label={t(`secondStep.label.${way}`)} errors={errors.text ? [t(`secondStep.wrong.${way}`)] : []}>
            {(wiring) => (
              <Input
                {...wiring}
                autoFocus
                autoComplete="one-time-code"
                {...(way === "code" ? { inputMode: "numeric" as const, maxLength: 7 } : { maxLength: 40, autoCapitalize: "characters" })}
                {...form.register("text", { required: true, ...(way === "code" ? { pattern: /^\s*\d{3}\s?\d{3}\s*$/ } : {}) })}
              />
            )}
          </Field>
        )}
        <Checkbox label={t("secondStep.trust")} help={t("secondStep.trustHelp")} checked={trustDevice} onChange={setTrustDevice} />
        <FormProblem error={entering.error ?? passkey.error} />
        {way !== "passkey" && (
          <Button type="submit" look="primary" className="h-9" busy={entering.isPending}>
            {t("signIn.action")}
          </Button>
        )}
        <div className="flex flex-col items-start gap-1.5">
          {others.map((other) => (
            <button
              key={other}
              type="button"
              className="text-muted underline underline-offset-2 hover:text-text"
              onClick={() => choose(other)}
            >
              {t(`secondStep.instead.${other}`)}
            </button>
          ))}
          <button type="button" className="text-muted underline underline-offset-2 hover:text-text" onClick={onBack}>
            {t("secondStep.back")}
          </button>
        </div>
      </form>
    </AuthFrame>
  );
}
