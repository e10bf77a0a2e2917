import type { Run, RunLog } from "@sdk/types.gen.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { JsonView } from "@/components/JsonView.tsx";
import { Panel } from "@/components/Panel.tsx";
import { Tabs } from "@/components/Tabs.tsx";
import { ArtifactLinks } from "./ArtifactLinks.tsx";
import { LogView } from "./LogView.tsx";
import type { LiveStep } from "./run-state.ts";
import { StepFacts } from "./StepFacts.tsx";

interface Props {
  readonly run: Run;
  /** Shown instead of the whole run. */
  readonly step: LiveStep | undefined;
  readonly logs: readonly RunLog[];
}

type Tab = "output" | "logs" | "input";

/** What one looks into: the run's or a step's output, logs and input. */
export function RunInspector({ run, step, logs }: Props) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>();
  const shown = step ?? run;
  // Until somebody chooses: what came out, or why nothing did.
  const first = shown.status === "succeeded" ? "output" : "logs";
  return (
    <Panel title={step === undefined ? t("run.whole") : (step.name ?? step.step)}>
      {step !== undefined && <StepFacts step={step} />}
      <Tabs
        label={t("run.inspect")}
        value={tab ?? first}
        onChange={setTab}
        tabs={[
          {
            id: "output",
            title: step === undefined ? t("run.result") : t("run.output"),
            content: (
              <div className="flex flex-col gap-3 p-4">
                <ArtifactLinks value={shown.output} />
                <JsonView value={shown.output} label={t("run.output")} />
              </div>
            ),
          },
          { id: "logs", title: t("run.logs"), content: <LogView logs={logs} step={step?.step} live={run.finishedAt === null} /> },
          {
            id: "input",
            title: t("run.input"),
            content: (
              <div className="p-4">
                <JsonView value={shown.input} label={t("run.input")} />
              </div>
            ),
          },
        ]}
      />
    </Panel>
  );
}
