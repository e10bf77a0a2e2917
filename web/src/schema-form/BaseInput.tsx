import { ariaDescribedByIds, type BaseInputTemplateProps, getInputProps } from "@rjsf/utils";
import { Input } from "@/components/Input.tsx";

export function BaseInput(props: BaseInputTemplateProps) {
  const {
    id,
    value,
    readonly,
    disabled,
    autofocus,
    onBlur,
    onFocus,
    onChange,
    onChangeOverride,
    options,
    schema,
    type,
    rawErrors = [],
    required,
    placeholder,
  } = props;
  return (
    <Input
      id={id}
      {...getInputProps(schema, type, options)}
      value={value ?? ""}
      placeholder={placeholder}
      readOnly={readonly}
      disabled={disabled}
      autoFocus={autofocus}
      aria-required={required || undefined}
      aria-invalid={rawErrors.length > 0 || undefined}
      aria-describedby={ariaDescribedByIds(id)}
      onChange={onChangeOverride ?? (({ target }) => onChange(target.value === "" ? options.emptyValue : target.value))}
      onBlur={({ target }) => onBlur(id, target.value)}
      onFocus={({ target }) => onFocus(id, target.value)}
    />
  );
}
