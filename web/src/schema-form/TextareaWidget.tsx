import { ariaDescribedByIds, type WidgetProps } from "@rjsf/utils";
import { Textarea } from "@/components/Textarea.tsx";

export function TextareaWidget({ id, value, readonly, disabled, onChange, options, rawErrors = [], required }: WidgetProps) {
  return (
    <Textarea
      id={id}
      rows={2}
      className="max-h-80 field-sizing-content"
      value={value ?? ""}
      readOnly={readonly}
      disabled={disabled}
      aria-required={required || undefined}
      aria-invalid={rawErrors.length > 0 || undefined}
      aria-describedby={ariaDescribedByIds(id)}
      onChange={({ target }) => onChange(target.value === "" ? options.emptyValue : target.value)}
    />
  );
}
