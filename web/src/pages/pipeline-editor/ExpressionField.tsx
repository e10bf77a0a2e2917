import { useTranslation } from "react-i18next";
import { Field } from "@/components/Field.tsx";
import { Textarea } from "@/components/Textarea.tsx";

interface Props {
  readonly label: string;
  /** What the value must be: `string`, `array`. */
  readonly type?: string | undefined;
  readonly help?: string | undefined;
  readonly required?: boolean;
  readonly value: string;
  readonly errors: readonly string[];
  readonly pointer: string;
  readonly onChange: (value: string) => void;
}

/** A CEL expression; the field grows with it. */
export function ExpressionField({ label, type, help, required = false, value, errors, pointer, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div data-pointer={pointer}>
      <Field
        label={
          <>
            <span className="font-mono text-xs">{label}</span>
            {type !== undefined && <span className="text-xs font-normal text-faint">{type}</span>}
          </>
        }
        required={required}
        help={help}
        errors={errors}
      >
        {(wiring) => (
          <Textarea
            {...wiring}
            rows={1}
            spellCheck={false}
            autoCapitalize="off"
            maxLength={10_000}
            placeholder={t("editor.expression")}
            className="field-sizing-content max-h-60 min-h-8 resize-none font-mono text-xs leading-5"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}
