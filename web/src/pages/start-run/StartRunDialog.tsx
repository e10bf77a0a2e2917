import type { Pipeline } from "@sdk/types.gen.ts";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "@/components/Dialog.tsx";
import { Skeleton } from "@/components/Skeleton.tsx";

const StartRunForm = lazy(() => import("./StartRunForm.tsx").then(({ StartRunForm }) => ({ default: StartRunForm })));

interface Props {
  readonly pipeline: Pipeline;
  /** The latest unless told. */
  readonly version?: number | undefined;
  /** What the form starts with, to run something again. */
  readonly input?: Record<string, unknown> | undefined;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Asks for a run's input, and starts it. The form comes only when it is needed. */
export function StartRunDialog({ pipeline, version, input, open, onOpenChange }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("start.title", { name: pipeline.name })}
      description={t("start.version", { number: version ?? pipeline.latest })}
    >
      <Suspense fallback={<Skeleton className="h-24" />}>
        <StartRunForm pipeline={pipeline} version={version} input={input} onDone={() => onOpenChange(false)} />
      </Suspense>
    </Dialog>
  );
}
