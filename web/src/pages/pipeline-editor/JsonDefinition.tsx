import type { PipelineDefinition } from "@sdk/types.gen.ts";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Skeleton } from "@/components/Skeleton.tsx";
import { readDefinition } from "./draft.ts";

const JsonEditor = lazy(() => import("@/components/JsonEditor.tsx").then(({ JsonEditor }) => ({ default: JsonEditor })));

interface Props {
  readonly definition: PipelineDefinition;
  readonly onChange: (definition: PipelineDefinition) => void;
  readonly onWrong: (wrong: boolean) => void;
}

/** The definition as text. It changes the draft as soon as it makes sense. */
export function JsonDefinition({ definition, onChange, onWrong }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(() => JSON.stringify(definition, null, 2));
  const [wrong, setWrong] = useState<"notJson" | "noSteps" | "badStep">();
  const leave = useRef(onWrong);
  leave.current = onWrong;
  // Leaving the tab drops a text that makes no sense, so it must not hold the save back.
  useEffect(() => () => leave.current(false), []);

  function change(next: string): void {
    setText(next);
    const read = readDefinition(next);
    if ("definition" in read) {
      setWrong(undefined);
      onWrong(false);
      onChange(read.definition);
    } else {
      setWrong(read.wrong);
      onWrong(true);
    }
  }

  return (
    <div className="flex flex-col gap-2 p-4">
      <Suspense fallback={<Skeleton className="h-96" />}>
        <JsonEditor label={t("editor.json")} value={text} onChange={change} />
      </Suspense>
      <p role="status" className="min-h-5 text-xs text-danger">
        {wrong !== undefined && t(`editor.jsonWrong.${wrong}`)}
      </p>
    </div>
  );
}
