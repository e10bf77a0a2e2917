import { listMembershipsOptions, transferOrganizationMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { queryClient } from "@/api/query-client.ts";
import { Button } from "@/components/Button.tsx";
import { Dialog } from "@/components/Dialog.tsx";
import { DialogActions } from "@/components/DialogActions.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Select } from "@/components/Select.tsx";
import { useMe } from "@/session/use-me.ts";

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Makes another member the owner. */
export function TransferDialog({ open, onOpenChange }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const [memberId, setMemberId] = useState("");
  const members = useQuery({ ...listMembershipsOptions({ query: { sort: "name", limit: 200 } }), enabled: open });
  const others = members.data?.items.filter(({ userId }) => userId !== me.user.id) ?? [];
  const transfer = useMutation({
    ...transferOrganizationMutation(),
    onSuccess: async (owner) => {
      toast.success(t("danger.transfer.done", { name: owner.name }));
      onOpenChange(false);
      // The caller may do less now.
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("danger.transfer.title")} description={t("danger.transfer.text")}>
      <div className="flex flex-col gap-4">
        {members.data !== undefined && others.length === 0 ? (
          <p>{t("danger.transfer.nobody")}</p>
        ) : (
          <Field label={t("danger.transfer.who")} required>
            {(wiring) => (
              <Select {...wiring} value={memberId} onChange={({ target }) => setMemberId(target.value)}>
                <option value="">{t("danger.transfer.whoMissing")}</option>
                {others.map(({ id, name, email }) => (
                  <option key={id} value={id}>
                    {name} ({email})
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <FormProblem error={members.error ?? transfer.error} />
        <DialogActions>
          <Button onClick={() => onOpenChange(false)}>{t("common.cancel")}</Button>
          <Button
            look="danger"
            busy={transfer.isPending}
            disabled={memberId === ""}
            onClick={() => transfer.mutate({ body: { memberId } })}
          >
            {t("danger.transfer.action")}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
