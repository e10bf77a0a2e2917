import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { Checkbox } from "@/components/Checkbox.tsx";
import { CopyButton } from "@/components/CopyButton.tsx";
import { Dialog } from "@/components/Dialog.tsx";
import { DialogActions } from "@/components/DialogActions.tsx";

/** Recovery codes, shown this once: the dialog closes when the person says that they have kept them. */
export function RecoveryCodesDialog({ codes, onClose }: { readonly codes: readonly string[]; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(false);
  const text = codes.join("\n");
  return (
    <Dialog open title={t("recoveryCodes.title")} description={t("recoveryCodes.text")}>
      <div className="flex flex-col gap-4">
        <div className="relative rounded-lg border bg-panel p-4">
          <ul aria-label={t("recoveryCodes.title")} className="flex flex-col gap-1 font-mono text-xs">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <div className="absolute top-2 right-2">
            <CopyButton text={text} />
          </div>
        </div>
        <Button asChild className="self-start">
          <a href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`} download="archwright-recovery-codes.txt">
            <Download aria-hidden />
            {t("recoveryCodes.download")}
          </a>
        </Button>
        <Checkbox label={t("recoveryCodes.kept")} checked={kept} onChange={setKept} />
        <DialogActions>
          <Button look="primary" disabled={!kept} onClick={onClose}>
            {t("recoveryCodes.done")}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
