import { ariaDescribedByIds, type WidgetProps } from "@rjsf/utils";

export function CheckboxWidget({ id, value, readonly, disabled, label, onChange }: WidgetProps) {
  return (
    <label className="flex items-center gap-2 font-medium">
      <input
        id={id}
        type="checkbox"
        className="size-4"
        checked={value === true}
        disabled={disabled || readonly}
        aria-describedby={ariaDescribedByIds(id)}
        onChange={({ target }) => onChange(target.checked)}
      />
      {label}
    </label>
  );
}
