import { renamePasskey } from "@sdk/sdk.gen.ts";
import type { Passkey } from "@sdk/types.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { invalidate } from "@/api/query-client.ts";
import { Button } from "@/components/Button.tsx";
import { Dialog } from "@/components/Dialog.tsx";
import { DialogActions } from "@/components/DialogActions.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { makePasskey } from "@/session/passkeys.ts";
import { deviceName } from "./device-name.ts";

interface Props {
  /** The one to rename; undefined to make one. */
  readonly passkey: Passkey | undefined;
  readonly onClose: () => void;
}

/** Asks for the name of a passkey, and makes or renames it. */
export function PasskeyDialog({ passkey, onClose }: Props) {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { name: passkey?.name ?? deviceName(navigator.userAgent) ?? "" } });
  const save = useMutation({
    mutationFn: async (name: string) => {
      if (passkey === undefined) await makePasskey(name);
      else await renamePasskey({ path: { id: passkey.id }, body: { name }, throwOnError: true });
    },
    onSuccess: async () => {
      toast.success(t(passkey === undefined ? "passkeys.added" : "passkeys.renamed"));
      onClose();
      await invalidate("listPasskeys", "getSecondFactor", "getMe");
    },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(({ name }) => save.mutate(name.trim()));
  const about = passkey === undefined ? "add" : "rename";
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`passkeys.${about}`)}
      description={passkey === undefined ? t("passkeys.addText") : undefined}
    >
      <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        <Field label={t("passkeys.name")} required help={t("passkeys.nameHelp")} errors={errors.name ? [t("account.nameMissing")] : []}>
          {(wiring) => <Input {...wiring} maxLength={100} {...form.register("name", { validate: (value) => value.trim() !== "" })} />}
        </Field>
        <FormProblem error={save.error} />
        <DialogActions>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" look="primary" busy={save.isPending}>
            {t(passkey === undefined ? "passkeys.make" : "common.save")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
