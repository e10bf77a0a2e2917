import { useTranslation } from "react-i18next";
import { Field } from "@/components/Field.tsx";
import { Input } from "@/components/Input.tsx";
import { Panel } from "@/components/Panel.tsx";
import { Textarea } from "@/components/Textarea.tsx";
import type { Draft } from "./draft.ts";

interface Props {
  readonly draft: Draft;
  readonly nameErrors: readonly string[];
  readonly onChange: (draft: Draft) => void;
}

export function GeneralFields({ draft, nameErrors, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Panel className="flex flex-col gap-4 p-4">
      <Field label={t("editor.name")} required errors={nameErrors}>
        {(wiring) => (
          <Input {...wiring} maxLength={100} value={draft.name} onChange={(event) => onChange({ ...draft, name: event.target.value })} />
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
