import type { PipelineDefinition, Tool } from "@sdk/types.gen.ts";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { schemaProperties } from "./tool-inputs.ts";

interface Props {
  readonly definition: PipelineDefinition;
  readonly tools: readonly Tool[];
  /** The step that asks; its own output is not there yet. All steps' when absent. */
  readonly index?: number;
}

/** What an expression can name, to copy. */
export function AvailableNames({ definition, tools, index }: Props) {
  const { t } = useTranslation();
  const names = [
    ...schemaProperties(definition.inputSchema).map(({ name }) => `input.${name}`),
    ...definition.steps.flatMap(({ id, tool }, at) => {
      if (at === index) return [];
      const outputs = schemaProperties(tools.find(({ name }) => name === tool)?.outputSchema);
      return outputs.length === 0 ? [`steps.${id}`] : outputs.map(({ name }) => `steps.${id}.${name}`);
    }),
  ];
  async function copy(name: string): Promise<void> {
    await navigator.clipboard.writeText(name);
    toast.success(t("editor.nameCopied", { name }));
  }
  return (
    <details className="rounded-md border px-3 py-2 text-xs">
      <summary className="cursor-pointer text-muted">{t("editor.available")}</summary>
      <p className="mt-2 text-muted">{t("editor.availableText")}</p>
      <ul className="mt-2 flex flex-wrap gap-1.5">
        {names.map((name) => (
          <li key={name}>
            <button
              type="button"
              className="rounded-sm bg-hover px-1.5 py-0.5 font-mono hover:text-accent"
              title={t("common.copy")}
              onClick={() => void copy(name).catch(() => undefined)}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
