import {
  getSecondFactorOptions,
  renewRecoveryCodesMutation,
  turnOffSecondFactorMutation,
  turnOnSecondFactorMutation,
} from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { invalidate } from "@/api/query-client.ts";
import { Button } from "@/components/Button.tsx";
import { ConfirmDialog } from "@/components/ConfirmDialog.tsx";
import { ErrorState } from "@/components/ErrorState.tsx";
import { ListSkeleton } from "@/components/ListSkeleton.tsx";
import { Panel } from "@/components/Panel.tsx";
import { toastProblem } from "@/components/toast-problem.ts";
import { RecoveryCodesDialog } from "./RecoveryCodesDialog.tsx";
import { TotpDialog } from "./TotpDialog.tsx";
import { TrustedDeviceList } from "./TrustedDeviceList.tsx";

const fewCodes = 3;

/** The second step of signing in: on or off, and what it takes. */
export function SecondFactorPanel() {
  const { t } = useTranslation();
  const state = useQuery(getSecondFactorOptions());
  const [asking, setAsking] = useState<"totp" | "off" | "renew">();
  const [codes, setCodes] = useState<readonly string[]>();
  const shown = { onSuccess: (answer: { readonly codes: readonly string[] }) => show(answer.codes), onError: toastProblem };
  const turnOn = useMutation({ ...turnOnSecondFactorMutation(), ...shown });
  const renew = useMutation({ ...renewRecoveryCodesMutation(), ...shown });
  const turnOff = useMutation({
    ...turnOffSecondFactorMutation(),
    onSuccess: async () => {
      toast.success(t("secondFactor.isOff"));
      await invalidate("getSecondFactor", "listTrustedDevices");
    },
    onError: toastProblem,
  });

  function show(made: readonly string[]): void {
    setAsking(undefined);
    setCodes(made);
    void invalidate("getSecondFactor", "getMe");
  }
  const closeDialog = (open: boolean) => !open && setAsking(undefined);

  return (
    <Panel title={t("secondFactor.title")}>
      {state.error !== null ? (
        <ErrorState error={state.error} onRetry={() => void state.refetch()} />
      ) : state.data === undefined ? (
        <ListSkeleton />
      ) : (
        <div className="flex flex-col gap-4 p-4">
          <p className="text-muted">{t(state.data.on ? "secondFactor.onText" : "secondFactor.offText")}</p>
          {state.data.on ? (
            <>
              <ul className="flex flex-col gap-1">
                {state.data.totp && <li>{t("secondFactor.totp")}</li>}
                {state.data.passkeys > 0 && <li>{t("secondFactor.passkeys", { count: state.data.passkeys })}</li>}
                <li className={state.data.recoveryCodes <= fewCodes ? "text-warn" : ""}>
                  {t("secondFactor.codesLeft", { count: state.data.recoveryCodes })}
                </li>
              </ul>
              <TrustedDeviceList />
              <div className="flex flex-wrap gap-2">
                <Button onClick={() => setAsking("renew")} busy={renew.isPending}>
                  {t("secondFactor.renew")}
                </Button>
                <Button onClick={() => setAsking("off")} busy={turnOff.isPending}>
                  {t("secondFactor.off")}
                </Button>
              </div>
            </>
          ) : (
            <div className="flex flex-wrap gap-2">
              <Button look="primary" onClick={() => setAsking("totp")}>
                {t("secondFactor.setUpTotp")}
              </Button>
              {state.data.passkeys > 0 && (
                <Button busy={turnOn.isPending} onClick={() => turnOn.mutate({})}>
                  {t("secondFactor.onWithPasskeys")}
                </Button>
              )}
            </div>
          )}
        </div>
      )}
      {asking === "totp" && <TotpDialog onClose={() => setAsking(undefined)} onDone={show} />}
      {codes !== undefined && <RecoveryCodesDialog codes={codes} onClose={() => setCodes(undefined)} />}
      <ConfirmDialog
        open={asking === "off"}
        onOpenChange={closeDialog}
        title={t("secondFactor.offAsk.title")}
        description={t("secondFactor.offAsk.text")}
        action={t("secondFactor.off")}
        onConfirm={() => turnOff.mutate({})}
      />
      <ConfirmDialog
        open={asking === "renew"}
        onOpenChange={closeDialog}
        danger={false}
        title={t("secondFactor.renewAsk.title")}
        description={t("secondFactor.renewAsk.text")}
        action={t("secondFactor.renew")}
        onConfirm={() => renew.mutate({})}
      />
    </Panel>
  );
}
