import { descriptionId, errorId, type FieldTemplateProps } from "@rjsf/utils";
import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { RequiredMark } from "@/components/RequiredMark.tsx";

/** One field of a schema's form: label, control, errors, description. Objects and lists frame themselves. */
export function FieldFrame({
  id,
  label,
  children,
  rawErrors = [],
  rawDescription,
  required,
  hidden,
  displayLabel,
  schema,
  uiSchema,
}: FieldTemplateProps) {
  const { t } = useTranslation();
  if (hidden) return <div className="hidden">{children}</div>;
  const asJson = uiSchema?.["ui:field"] === "json";
  const framed = !asJson && (schema.type === "object" || schema.type === "array");
  const messages = framed && schema.type === "object" ? [] : rawErrors;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      {(displayLabel || asJson) && label !== "" && (
        <div className="flex items-baseline gap-1">
          <label htmlFor={id} className="font-medium">
            {label}
          </label>
          {required && <RequiredMark />}
          {asJson && <span className="font-mono text-xs text-muted">{t("form.json")}</span>}
        </div>
      )}
      {children}
      {messages.length > 0 && (
        <ul id={errorId(id)} className="flex flex-col gap-0.5 text-xs text-danger">
          {[...new Set(messages)].map((message) => (
            <li key={message} className="flex gap-1">
              <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
              {message}
            </li>
          ))}
        </ul>
      )}
      {!framed && rawDescription && (
        <p id={descriptionId(id)} className="text-xs text-muted">
          {rawDescription}
        </p>
      )}
    </div>
  );
}
