import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { asProblem } from "@/api/problem.ts";
import { problemText } from "@/api/problem-text.ts";

/** A failure of a form as a whole, above its button. */
export function FormProblem({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  if (error === null || error === undefined) return null;
  const { title, detail } = problemText(asProblem(error), t);
  return (
    <div role="alert" className="flex gap-2 rounded-md bg-danger-soft px-3 py-2 text-danger">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 break-words">
        <p className="font-medium">{title}</p>
        <p>{detail}</p>
      </div>
    </div>
  );
}
