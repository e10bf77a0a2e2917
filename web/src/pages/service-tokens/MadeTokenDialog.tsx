import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { CopyButton } from "@/components/CopyButton.tsx";
import { Dialog } from "@/components/Dialog.tsx";
import { DialogActions } from "@/components/DialogActions.tsx";

/** A token, shown this once: only its button closes the dialog. */
export function MadeTokenDialog({ token, onClose }: { readonly token: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog open title={t("serviceTokens.made.title")} description={t("serviceTokens.made.text")}>
      <div className="flex flex-col gap-4">
        <div className="flex items-center gap-2 rounded-lg border bg-panel p-3">
          <code className="min-w-0 flex-1 font-mono text-xs break-all">{token}</code>
          <CopyButton text={token} />
        </div>
        <DialogActions>
          <Button look="primary" onClick={onClose}>
            {t("serviceTokens.done")}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
