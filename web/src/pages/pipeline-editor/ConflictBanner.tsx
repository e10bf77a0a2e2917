import { GitFork } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";

interface Props {
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}

/** Somebody else saved meanwhile: the person decides whose work stays. */
export function ConflictBanner({ onTakeTheirs, onKeepMine }: Props) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 rounded-lg border border-warn/40 bg-warn-soft px-4 py-3">
      <GitFork aria-hidden className="size-4 text-warn" />
      <p className="min-w-0 flex-1 basis-60">
        <strong className="font-medium">{t("editor.conflict.title")}</strong> {t("editor.conflict.text")}
      </p>
      <Button onClick={onTakeTheirs}>{t("editor.conflict.theirs")}</Button>
      <Button onClick={onKeepMine}>{t("editor.conflict.mine")}</Button>
    </div>
  );
}
