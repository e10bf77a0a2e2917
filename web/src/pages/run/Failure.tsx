import { useTranslation } from "react-i18next";
import { namePlaces } from "./name-places.ts";

/** Why a run or a step failed. */
export function Failure({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  return (
    <p className="rounded-md bg-danger-soft px-3 py-2 break-words whitespace-pre-wrap text-danger">
      {namePlaces(text, (path) => t("run.inputAt", { path }))}
    </p>
  );
}
