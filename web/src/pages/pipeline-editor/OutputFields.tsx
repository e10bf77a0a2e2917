import type { PipelineDefinition } from "@sdk/types.gen.ts";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { Input } from "@/components/Input.tsx";
import { toPointer } from "@/format/pointer.ts";
import { ExpressionField } from "./ExpressionField.tsx";
import { type Issues, issuesAt } from "./issues.ts";

interface Props {
  readonly definition: PipelineDefinition;
  readonly issues: Issues;
  readonly onChange: (definition: PipelineDefinition) => void;
}

/** What a run answers: a name and an expression each. */
export function OutputFields({ definition, issues, onChange }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const outputs = definition.outputs ?? {};
  const fresh = name.trim();

  function set(next: Record<string, string>): void {
    const { outputs: _, ...rest } = definition;
    onChange(Object.keys(next).length === 0 ? rest : { ...rest, outputs: next });
  }
  function add(): void {
    if (fresh === "" || fresh in outputs) return;
    set({ ...outputs, [fresh]: "" });
    setName("");
  }

  return (
    <div className="flex flex-col gap-4 p-4" data-pointer="/outputs">
      <p className="text-muted">{t("editor.outputsText")}</p>
      {Object.entries(outputs).map(([output, expression]) => {
        const pointer = toPointer("outputs", output);
        return (
          <div key={output} className="flex items-start gap-1">
            <div className="min-w-0 flex-1">
              <ExpressionField
                label={output}
                value={expression}
                errors={issuesAt(issues, pointer)}
                pointer={pointer}
                onChange={(value) => set({ ...outputs, [output]: value })}
              />
            </div>
            <Button
              look="ghost"
              size="icon"
              className="mt-6"
              aria-label={t("editor.removeOutput", { name: output })}
              onClick={() => set(Object.fromEntries(Object.entries(outputs).filter(([other]) => other !== output)))}
            >
              <Trash2 aria-hidden />
            </Button>
          </div>
        );
      })}
      <div className="flex gap-2">
        <Input
          className="max-w-60 font-mono text-xs"
          aria-label={t("editor.outputName")}
          placeholder={t("editor.outputName")}
          value={name}
          onChange={({ target }) => setName(target.value)}
          onKeyDown={(event) => event.key === "Enter" && add()}
        />
        <Button disabled={fresh === "" || fresh in outputs} onClick={add}>
          <Plus aria-hidden />
          {t("editor.addOutput")}
        </Button>
      </div>
    </div>
  );
}
