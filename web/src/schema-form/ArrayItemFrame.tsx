import type { ArrayFieldItemTemplateProps } from "@rjsf/utils";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";

export function ArrayItemFrame({ children, buttonsProps, index }: ArrayFieldItemTemplateProps) {
  const { t } = useTranslation();
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">{children}</div>
      {buttonsProps.hasRemove && (
        <Button
          look="ghost"
          size="icon"
          aria-label={t("form.removeItem", { number: index + 1 })}
          disabled={buttonsProps.disabled === true || buttonsProps.readonly === true}
          onClick={buttonsProps.onRemoveItem}
        >
          <Trash2 aria-hidden />
        </Button>
      )}
    </div>
  );
}
