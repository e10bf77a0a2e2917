import type { Pipeline } from "@sdk/types.gen.ts";
import { Link } from "@tanstack/react-router";
import { Play } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { StartRunDialog } from "@/pages/start-run/StartRunDialog.tsx";

/** What a new organization sees first: one click to a run. */
export function FirstRun({ pipeline }: { readonly pipeline: Pipeline }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <section className="flex flex-wrap items-center gap-4 rounded-lg border border-accent/30 bg-accent-soft p-5">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="text-base font-semibold">{t("home.first.title")}</h2>
        <p className="mt-0.5 max-w-2xl text-muted">{t("home.first.text", { name: pipeline.name })}</p>
      </div>
      <div className="flex gap-2">
        <Button asChild>
          <Link to="/pipelines/$pipelineId" params={{ pipelineId: pipeline.id }}>
            {t("home.first.look")}
          </Link>
        </Button>
        <Button look="primary" onClick={() => setOpen(true)}>
          <Play aria-hidden />
          {t("home.first.run")}
        </Button>
      </div>
      <StartRunDialog pipeline={pipeline} open={open} onOpenChange={setOpen} />
    </section>
  );
}
