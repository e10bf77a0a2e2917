import { deleteOrganizationMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { Button } from "@/components/Button.tsx";
import { Dialog } from "@/components/Dialog.tsx";
import { DialogActions } from "@/components/DialogActions.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { moveOn } from "@/session/act-elsewhere.ts";

interface Props {
  readonly name: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Deletes the organization, once its name was written out. */
export function DeleteDialog({ name, open, onOpenChange }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const remove = useMutation({
    ...deleteOrganizationMutation(),
    onSuccess: async () => {
      toast.success(t("danger.delete.done", { name }));
      await moveOn();
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (text === name) remove.mutate({ query: { name } });
  }
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("danger.delete.ask", { name })} description={t("danger.delete.text")}>
      <form noValidate className="flex flex-col gap-4" onSubmit={submit}>
        <Field label={t("danger.delete.confirm", { name })}>
          {(wiring) => <Input {...wiring} autoComplete="off" value={text} onChange={({ target }) => setText(target.value)} />}
        </Field>
        <FormProblem error={remove.error} />
        <DialogActions>
          <Button onClick={() => onOpenChange(false)}>{t("common.cancel")}</Button>
          <Button type="submit" look="danger" busy={remove.isPending} disabled={text !== name}>
            {t("danger.delete.action")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
