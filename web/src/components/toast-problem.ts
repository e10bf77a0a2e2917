import i18next from "i18next";
import { toast } from "sonner";
import { asProblem } from "@/api/problem.ts";
import { problemInPlace } from "@/api/problem-text.ts";
import { asksToSignInAgain, signInAgain } from "@/session/sign-in-again.ts";

/** Tells a failure that belongs to no place on the page. */
export function toastProblem(error: unknown): void {
  const problem = asProblem(error);
  const { title, detail } = problemInPlace(problem, i18next.t);
  const again = { label: i18next.t("errors.signInAgain"), onClick: () => void signInAgain().catch(toastProblem) };
  toast.error(title, { ...(detail !== undefined && { description: detail }), ...(asksToSignInAgain(problem) && { action: again }) });
}
