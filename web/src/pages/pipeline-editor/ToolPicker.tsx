import type { Tool } from "@sdk/types.gen.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceList } from "@/components/ChoiceList.tsx";
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
  const [text, setText] = useState("");
  const words = text.toLowerCase().split(/\s+/);
  const fits = ({ name, title, description }: Tool): boolean => {
    const all = `${name} ${title} ${description}`.toLowerCase();
    return words.every((word) => all.includes(word));
  };
  function setOpen(next: boolean): void {
    setText("");
    onOpenChange(next);
  }
  return (
    <Dialog open={open} onOpenChange={setOpen} title={t("editor.pickTool")} wide>
      <ChoiceList
        label={t("editor.pickTool")}
        placeholder={t("editor.findTool")}
        text={text}
        onText={setText}
        empty={t("editor.noTool")}
        inputClassName={`${control} mb-2 h-8`}
        groups={[
          {
            title: t("places.tools"),
            choices: tools.filter(fits).map((tool) => ({
              id: tool.name,
              onPick: () => {
                setOpen(false);
                onPick(tool.name);
              },
              content: (
                <>
                  <p className="flex flex-wrap items-baseline gap-x-2">
                    <span className="font-medium">{tool.title}</span>
                    <span className="font-mono text-xs text-muted">{tool.name}</span>
                  </p>
                  <p className="line-clamp-2 text-xs text-muted">{tool.description}</p>
                </>
              ),
            })),
          },
        ]}
      />
    </Dialog>
  );
}
