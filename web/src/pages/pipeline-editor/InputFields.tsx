import type { PipelineDefinition } from "@sdk/types.gen.ts";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { InputRow } from "./InputRow.tsx";
import { freshName, propertiesOf, removeProperty, renameProperty, requiredOf, setProperty, setRequired } from "./input-schema.ts";
import { type Issues, issuesAt } from "./issues.ts";

interface Props {
  readonly definition: PipelineDefinition;
  readonly issues: Issues;
  readonly onChange: (definition: PipelineDefinition) => void;
}

/** What a run is asked for: the properties of the input schema. */
export function InputFields({ definition, issues, onChange }: Props) {
  const { t } = useTranslation();
  const schema = definition.inputSchema;
  const properties = Object.entries(propertiesOf(schema));
  const required = requiredOf(schema);
  const set = (inputSchema: Record<string, unknown>): void => onChange({ ...definition, inputSchema });
  return (
    <div className="flex flex-col gap-3 p-4" data-pointer="/inputSchema">
      <p className="text-muted">{t("editor.inputsText")}</p>
      {issuesAt(issues, "/inputSchema").map((detail) => (
        <p key={detail} className="text-xs text-danger">
          {detail}
        </p>
      ))}
      {properties.map(([name, part], index) => (
        <InputRow
          // biome-ignore lint/suspicious/noArrayIndexKey: the name is being edited, the place is what stays
          key={index}
          name={name}
          part={part}
          required={required.includes(name)}
          taken={properties.map(([other]) => other).filter((other) => other !== name)}
          onRename={(to) => set(renameProperty(schema, name, to))}
          onChange={(next) => set(setProperty(schema, name, next))}
          onRequired={(on) => set(setRequired(schema, name, on))}
          onRemove={() => set(removeProperty(schema, name))}
        />
      ))}
      <Button className="self-start" onClick={() => set(setProperty(schema, freshName(schema), { type: "string" }))}>
        <Plus aria-hidden />
        {t("editor.addInput")}
      </Button>
    </div>
  );
}
