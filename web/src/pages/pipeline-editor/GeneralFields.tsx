import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { FieldError } from "@/api/problem.ts";
import { Field } from "@/components/Field.tsx";
import { Input } from "@/components/Input.tsx";
import { Panel } from "@/components/Panel.tsx";
import { Textarea } from "@/components/Textarea.tsx";
import type { Draft } from "./draft.ts";

interface Props {
  readonly draft: Draft;
  /** What the server refused. */
  readonly errors: readonly FieldError[] | undefined;
  readonly onChange: (draft: Draft) => void;
}

export function GeneralFields({ draft, errors, onChange }: Props) {
  const { t } = useTranslation();
  const name = useRef<HTMLInputElement>(null);
  const nameErrors = (errors ?? []).filter(({ pointer }) => pointer === "/name").map(({ detail }) => detail);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal leads there
  useEffect(() => {
    if (nameErrors.length > 0) name.current?.focus();
  }, [errors]);
  return (
    <Panel className="flex flex-col gap-4 p-4">
      <Field label={t("editor.name")} required errors={nameErrors}>
        {(wiring) => (
          <Input
            ref={name}
            {...wiring}
            maxLength={100}
            value={draft.name}
            onChange={(event) => onChange({ ...draft, name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("editor.description")}>
        {(wiring) => (
          <Textarea
            {...wiring}
            rows={2}
            maxLength={2000}
            value={draft.description}
            onChange={(event) => onChange({ ...draft, description: event.target.value })}
          />
        )}
      </Field>
    </Panel>
  );
}
