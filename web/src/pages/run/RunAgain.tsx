import { getPipelineOptions } from "@sdk/@tanstack/react-query.gen.ts";
import type { Run } from "@sdk/types.gen.ts";
import { useQuery } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { StartRunDialog } from "@/pages/start-run/StartRunDialog.tsx";

/** Starts the same version with the same input, which can be changed before. Gone with its pipeline. */
export function RunAgain({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const pipeline = useQuery(getPipelineOptions({ path: { id: run.pipelineId } }));
  return (
    <>
      <Button disabled={pipeline.data === undefined} onClick={() => setOpen(true)}>
        <RotateCw aria-hidden />
        {t("run.again")}
      </Button>
      {pipeline.data !== undefined && (
        <StartRunDialog pipeline={pipeline.data} version={run.pipelineVersion} input={run.input} open={open} onOpenChange={setOpen} />
      )}
    </>
  );
}
