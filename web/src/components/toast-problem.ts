import i18next from "i18next";
import { toast } from "sonner";
import { asProblem } from "@/api/problem.ts";
import { problemInPlace } from "@/api/problem-text.ts";

/** Tells a failure that belongs to no place on the page. */
export function toastProblem(error: unknown): void {
  const { title, detail } = problemInPlace(asProblem(error), i18next.t);
  toast.error(title, detail === undefined ? {} : { description: detail });
}
