import type { PipelineDefinition, Tool } from "@sdk/types.gen.ts";
import { ChevronDown, ChevronUp, CircleAlert, Plus, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { Button } from "@/components/Button.tsx";
import { classes } from "@/components/classes.ts";
import { addStep, changeStep, moveStep, removeStep, renameStep, restoreStep } from "./draft.ts";
import { type Issues, issuesAt } from "./issues.ts";
import { StepForm } from "./StepForm.tsx";
import { ToolPicker } from "./ToolPicker.tsx";

interface Props {
  readonly definition: PipelineDefinition;
  readonly tools: readonly Tool[];
  readonly issues: Issues;
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  readonly onChange: (definition: PipelineDefinition) => void;
}

/** The steps in their order, one of them open. */
export function StepsEditor({ definition, tools, issues, selected, onSelect, onChange }: Props) {
  const { t } = useTranslation();
  const [picking, setPicking] = useState(false);
  const { steps } = definition;

  // What an undo changes is the definition of that moment, not the one that the removal saw.
  const latest = useRef(definition);
  latest.current = definition;

  function remove(index: number): void {
    const step = steps[index];
    if (step === undefined) return;
    onChange(removeStep(definition, index));
    toast(t("editor.stepRemoved", { id: step.id }), {
      action: { label: t("common.undo"), onClick: () => onChange(restoreStep(latest.current, definition, index)) },
    });
  }
  function move(from: number, to: number): void {
    onChange(moveStep(definition, from, to));
    onSelect(to);
  }

  return (
    <div className="flex flex-col">
      <ol>
        {steps.map((step, index) => {
          const open = index === selected;
          const count = issuesAt(issues, `/steps/${index}`).length;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step's id is being edited, its place is what stays
            <li key={index} className="border-b">
              <div className={classes("flex items-center gap-1 pr-2", open && "bg-panel")}>
                <button
                  type="button"
                  aria-expanded={open}
                  className="flex min-w-0 flex-1 items-center gap-2.5 px-4 py-2.5 text-left -outline-offset-2"
                  onClick={() => onSelect(open ? -1 : index)}
                >
                  <span className="w-5 text-xs text-faint tabular-nums">{index + 1}</span>
                  <span className="min-w-0 flex-1">
                    <span className="block truncate font-medium">{step.name ?? step.id}</span>
                    <span className="block truncate font-mono text-xs text-muted">{step.tool}</span>
                  </span>
                  {count > 0 && (
                    <span className="flex items-center gap-1 text-xs text-danger">
                      <CircleAlert aria-hidden className="size-4" />
                      {t("editor.problems", { count })}
                    </span>
                  )}
                </button>
                <Button
                  look="ghost"
                  size="icon"
                  disabled={index === 0}
                  aria-label={t("editor.moveUp", { id: step.id })}
                  onClick={() => move(index, index - 1)}
                >
                  <ChevronUp aria-hidden />
                </Button>
                <Button
                  look="ghost"
                  size="icon"
                  disabled={index === steps.length - 1}
                  aria-label={t("editor.moveDown", { id: step.id })}
                  onClick={() => move(index, index + 1)}
                >
                  <ChevronDown aria-hidden />
                </Button>
                <Button look="ghost" size="icon" aria-label={t("editor.removeStep", { id: step.id })} onClick={() => remove(index)}>
                  <Trash2 aria-hidden />
                </Button>
              </div>
              {open && (
                <StepForm
                  index={index}
                  definition={definition}
                  tools={tools}
                  issues={issues}
                  onChange={(next) => onChange(changeStep(definition, index, next))}
                  onRename={(id) => onChange(renameStep(definition, index, id))}
                />
              )}
            </li>
          );
        })}
      </ol>
      <div className="p-3">
        <Button onClick={() => setPicking(true)}>
          <Plus aria-hidden />
          {t("editor.addStep")}
        </Button>
      </div>
      <ToolPicker
        tools={tools}
        open={picking}
        onOpenChange={setPicking}
        onPick={(tool) => {
          onChange(addStep(definition, tool));
          onSelect(steps.length);
        }}
      />
    </div>
  );
}
