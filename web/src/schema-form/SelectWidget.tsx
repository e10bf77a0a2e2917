import { ariaDescribedByIds, type WidgetProps } from "@rjsf/utils";
import { useTranslation } from "react-i18next";
import { Select } from "@/components/Select.tsx";

/** A choice by its place in the list, since the values may be anything. */
export function SelectWidget({ id, value, required, readonly, disabled, onChange, options, rawErrors = [] }: WidgetProps) {
  const { t } = useTranslation();
  const choices = options.enumOptions ?? [];
  const chosen = choices.findIndex((choice) => JSON.stringify(choice.value) === JSON.stringify(value));
  return (
    <Select
      id={id}
      value={chosen === -1 ? "" : String(chosen)}
      disabled={disabled || readonly}
      aria-required={required || undefined}
      aria-invalid={rawErrors.length > 0 || undefined}
      aria-describedby={ariaDescribedByIds(id)}
      onChange={({ target }) => onChange(target.value === "" ? undefined : choices[Number(target.value)]?.value)}
    >
      {(!required || chosen === -1) && <option value="">{t("form.choose")}</option>}
      {choices.map((choice, index) => (
        <option key={choice.label} value={index}>
          {choice.label}
        </option>
      ))}
    </Select>
  );
}
