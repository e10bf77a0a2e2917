// The package's main entry also loads its test helpers, and with them a second validator.
import Form from "@rjsf/core/lib/components/Form.js";
import type { ErrorSchema, RJSFSchema } from "@rjsf/utils";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ArrayFrame } from "./ArrayFrame.tsx";
import { ArrayItemFrame } from "./ArrayItemFrame.tsx";
import { BaseInput } from "./BaseInput.tsx";
import { CheckboxWidget } from "./CheckboxWidget.tsx";
import { explainKeyword } from "./explain.ts";
import { FieldFrame } from "./FieldFrame.tsx";
import { JsonField } from "./JsonField.tsx";
import { ObjectFrame } from "./ObjectFrame.tsx";
import { SelectWidget } from "./SelectWidget.tsx";
import { TextareaWidget } from "./TextareaWidget.tsx";
import { drawable, uiSchemaFor } from "./ui-schema.ts";
import { schemaValidator } from "./validator.ts";

type Value = Record<string, unknown>;

interface Props {
  readonly schema: RJSFSchema;
  readonly value?: Value;
  /** Errors that the server found. */
  readonly serverErrors?: ErrorSchema | undefined;
  readonly onSubmit: (value: Value) => void;
  /** What stands below the fields: the button that submits, and others. */
  readonly children: ReactNode;
}

const templates = {
  FieldTemplate: FieldFrame,
  ObjectFieldTemplate: ObjectFrame,
  ArrayFieldTemplate: ArrayFrame,
  ArrayFieldItemTemplate: ArrayItemFrame,
  BaseInputTemplate: BaseInput,
};
const widgets = { TextareaWidget, SelectWidget, CheckboxWidget };
const fields = { json: JsonField };

/** A form made from a JSON Schema (2020-12) of an object. */
export function SchemaForm({ schema, value, serverErrors, onSubmit, children }: Props) {
  const { t } = useTranslation();
  const [data, setData] = useState<Value>(value ?? {});
  const validator = useMemo(() => schemaValidator(explainKeyword(t)), [t]);
  const uiSchema = useMemo(() => uiSchemaFor(drawable(schema)), [schema]);
  // Draft names that rjsf's helpers do not know would only make it warn.
  const plain = useMemo(
    () => ({ ...drawable(schema), $schema: undefined, title: undefined, description: undefined }) as RJSFSchema,
    [schema],
  );
  return (
    <Form
      schema={plain}
      uiSchema={{ ...uiSchema, ...(uiSchema["ui:field"] === undefined ? {} : { "ui:title": t("form.input") }) }}
      validator={validator}
      formData={data}
      noHtml5Validate
      showErrorList={false}
      focusOnFirstError
      // Without one, rjsf writes what is on the page to the console.
      onError={() => undefined}
      templates={templates}
      widgets={widgets}
      fields={fields}
      {...(serverErrors === undefined ? {} : { extraErrors: serverErrors })}
      onChange={({ formData }) => setData(formData ?? {})}
      onSubmit={({ formData }) => onSubmit(formData ?? {})}
    >
      {children}
    </Form>
  );
}
