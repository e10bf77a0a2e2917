import type { Tool } from "@sdk/types.gen.ts";
import { Command } from "cmdk";
import { useTranslation } from "react-i18next";
import { control } from "@/components/control.ts";
import { Dialog } from "@/components/Dialog.tsx";

interface Props {
  readonly tools: readonly Tool[];
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onPick: (tool: string) => void;
}

/** Chooses a tool by its name or by what it does. */
export function ToolPicker({ tools, open, onOpenChange, onPick }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("editor.pickTool")} wide>
      <Command label={t("editor.pickTool")} loop>
        <Command.Input placeholder={t("editor.findTool")} className={`${control} h-8`} />
        <Command.List className="mt-3 max-h-[50vh] overflow-y-auto">
          <Command.Empty className="py-8 text-center text-muted">{t("editor.noTool")}</Command.Empty>
          {tools.map((tool) => (
            <Command.Item
              key={tool.name}
              value={tool.name}
              keywords={[tool.title, tool.description]}
              onSelect={() => {
                onOpenChange(false);
                onPick(tool.name);
              }}
              className="cursor-pointer rounded-md px-3 py-2 data-[selected=true]:bg-hover"
            >
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-medium">{tool.title}</span>
                <span className="font-mono text-xs text-muted">{tool.name}</span>
              </p>
              <p className="line-clamp-2 text-xs text-muted">{tool.description}</p>
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}
