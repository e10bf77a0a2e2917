import { deleteTrustedDeviceMutation, listTrustedDevicesOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { invalidate } from "@/api/query-client.ts";
import { Button } from "@/components/Button.tsx";
import { Time } from "@/components/Time.tsx";
import { toastProblem } from "@/components/toast-problem.ts";
import { deviceName } from "./device-name.ts";

/** Devices that are asked for no second factor; nothing while there are none. */
export function TrustedDeviceList() {
  const { t } = useTranslation();
  const devices = useQuery(listTrustedDevicesOptions({ query: { sort: "-createdAt", limit: 50 } }));
  const remove = useMutation({
    ...deleteTrustedDeviceMutation(),
    onSuccess: () => invalidate("listTrustedDevices"),
    onError: toastProblem,
  });
  if (devices.data === undefined || devices.data.items.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1 text-xs text-muted">{t("secondFactor.trusted")}</h3>
      <ul className="flex flex-col gap-1">
        {devices.data.items.map(({ id, device, createdAt }) => (
          <li key={id} className="flex items-center gap-2">
            <span className="min-w-0 flex-1">
              {deviceName(device) ?? t("sessionsPanel.unknown")}{" "}
              <span className="text-xs text-muted">
                <Time at={createdAt} />
              </span>
            </span>
            <Button
              size="sm"
              look="ghost"
              disabled={remove.isPending}
              aria-label={t("secondFactor.forgetOf", { name: deviceName(device) ?? t("sessionsPanel.unknown") })}
              onClick={() => remove.mutate({ path: { id } })}
            >
              {t("secondFactor.forget")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
