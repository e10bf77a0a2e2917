import type { FieldProps } from "@rjsf/utils";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Textarea } from "@/components/Textarea.tsx";

/** Any value, written as JSON. What does not parse yet is kept as text and not handed on. */
export function JsonField({ formData, onChange, fieldPathId, disabled, readonly, rawErrors = [] }: FieldProps) {
  const { t } = useTranslation();
  const errorId = useId();
  const [text, setText] = useState(() => (formData === undefined ? "" : JSON.stringify(formData, null, 2)));
  const [wrong, setWrong] = useState(false);

  function change(next: string): void {
    setText(next);
    try {
      onChange(next.trim() === "" ? undefined : JSON.parse(next), fieldPathId.path);
      setWrong(false);
    } catch {
      setWrong(true);
    }
  }

  return (
    <>
      <Textarea
        id={fieldPathId.$id}
        rows={4}
        className="font-mono text-xs"
        spellCheck={false}
        value={text}
        disabled={disabled || readonly}
        aria-invalid={wrong || rawErrors.length > 0 || undefined}
        aria-describedby={wrong ? errorId : undefined}
        onChange={({ target }) => change(target.value)}
      />
      {wrong && (
        <p id={errorId} className="text-xs text-danger">
          {t("form.notJson")}
        </p>
      )}
    </>
  );
}
