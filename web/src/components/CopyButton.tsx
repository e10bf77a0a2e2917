import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { Button } from "./Button.tsx";

export function CopyButton({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  }
  return (
    <Button
      look="ghost"
      size="icon"
      className="size-7 bg-panel"
      aria-label={copied ? t("common.copied") : t("common.copy")}
      // Browsers have no clipboard on plain http, or refuse it.
      onClick={() => void copy().catch(() => toast.error(t("common.copyFailed")))}
    >
      {copied ? <Check aria-hidden className="text-ok" /> : <Copy aria-hidden />}
    </Button>
  );
}
