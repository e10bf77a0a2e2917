import type { ArrayFieldTemplateProps } from "@rjsf/utils";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { RequiredMark } from "@/components/RequiredMark.tsx";

export function ArrayFrame({ items, title, schema, required, canAdd, onAddClick, disabled, readonly }: ArrayFieldTemplateProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="float-left font-medium">
        {title}
        {required && <RequiredMark />}
      </legend>
      {schema.description && <p className="text-xs text-muted">{schema.description}</p>}
      {items}
      {canAdd && (
        <Button size="sm" className="self-start" disabled={disabled || readonly} onClick={onAddClick}>
          <Plus aria-hidden />
          {t("form.addItem")}
        </Button>
      )}
    </fieldset>
  );
}
