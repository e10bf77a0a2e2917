import { beginTotpMutation, confirmTotpMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { QRCodeSVG } from "qrcode.react";
import { useEffect, useRef } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { CopyButton } from "@/components/CopyButton.tsx";
import { Dialog } from "@/components/Dialog.tsx";
import { DialogActions } from "@/components/DialogActions.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { ListSkeleton } from "@/components/ListSkeleton.tsx";

interface Props {
  readonly onClose: () => void;
  /** Gets the recovery codes. */
  readonly onDone: (codes: readonly string[]) => void;
}

/** Sets up an authenticator app: a picture to scan, and a code of it to show that it was. */
export function TotpDialog({ onClose, onDone }: Props) {
  const { t } = useTranslation();
  const form = useForm<{ code: string }>({ defaultValues: { code: "" } });
  const begin = useMutation(beginTotpMutation());
  const confirm = useMutation({ ...confirmTotpMutation(), onSuccess: ({ codes }) => onDone(codes) });
  // Each question makes a new secret: it is asked once, however often the dialog is drawn.
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    begin.mutate({});
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(({ code }) => confirm.mutate({ body: { code: code.replaceAll(/\s/g, "") } }));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("totp.title")} description={t("totp.text")}>
      {begin.error !== null ? (
        <FormProblem error={begin.error} />
      ) : begin.data === undefined ? (
        <ListSkeleton />
      ) : (
        <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
          {/* Readers of such pictures want dark on light, whatever the theme. */}
          <div className="self-center rounded-lg bg-white p-3">
            <QRCodeSVG value={begin.data.uri} size={176} title={t("totp.picture")} />
          </div>
          <div>
            <p className="text-xs text-muted">{t("totp.secret")}</p>
            <div className="flex items-center gap-2">
              <code className="min-w-0 flex-1 font-mono text-xs break-all">{begin.data.secret}</code>
              <CopyButton text={begin.data.secret} />
            </div>
          </div>
          <Field label={t("secondStep.label.code")} errors={errors.code ? [t("secondStep.wrong.code")] : []}>
            {(wiring) => (
              <Input
                {...wiring}
                autoComplete="one-time-code"
                autoFocus
                inputMode="numeric"
                maxLength={7}
                {...form.register("code", { required: true, pattern: /^\s*\d{3}\s?\d{3}\s*$/ })}
              />
            )}
          </Field>
          <FormProblem error={confirm.error} />
          <DialogActions>
            <Button onClick={onClose}>{t("common.cancel")}</Button>
            <Button type="submit" look="primary" busy={confirm.isPending}>
              {t("totp.action")}
            </Button>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
