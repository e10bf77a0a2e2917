import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { asProblem } from "@/api/problem.ts";
import { problemInPlace } from "@/api/problem-text.ts";
import { asksToSignInAgain, signInAgain } from "@/session/sign-in-again.ts";
import { Button } from "./Button.tsx";
import { toastProblem } from "./toast-problem.ts";

interface Props {
  readonly error: unknown;
  /** Names of the fields that show their own errors: when those are all that is wrong, nothing is said here. */
  readonly fields?: readonly string[];
}

/** A failure of a form as a whole, above its button. */
export function FormProblem({ error, fields = [] }: Props) {
  const { t } = useTranslation();
  if (error === null || error === undefined) return null;
  const problem = asProblem(error);
  if (problem.errors.length > 0 && problem.errors.every(({ pointer }) => fields.includes(pointer.slice(1)))) return null;
  const { title, detail } = problemInPlace(problem, t);
  return (
    <div role="alert" className="flex gap-2 rounded-md bg-danger-soft px-3 py-2 text-danger">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 break-words">
        <p className={detail === undefined ? undefined : "font-medium"}>{title}</p>
        {detail !== undefined && <p>{detail}</p>}
        {asksToSignInAgain(problem) && (
          <Button size="sm" className="mt-2" onClick={() => void signInAgain().catch(toastProblem)}>
            {t("errors.signInAgain")}
          </Button>
        )}
      </div>
    </div>
  );
}
