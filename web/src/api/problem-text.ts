import type { TFunction } from "i18next";
import type { ApiProblem } from "./problem.ts";

/** A problem as two sentences for people: the server's own where it gave some. */
export function problemText(problem: ApiProblem, t: TFunction): { title: string; detail: string } {
  if (problem.status === 0) return { title: t("errors.offline.title"), detail: t("errors.offline.detail") };
  return {
    title: problem.title || t("errors.unknown.title"),
    detail: problem.message || problem.errors[0]?.detail || t("errors.unknown.detail"),
  };
}

/**
 * A problem where everybody sees what was tried, beside a button or in a toast: what the server says about it is enough there, and
 * "Invalid input" above it is noise.
 */
export function problemInPlace(problem: ApiProblem, t: TFunction): { title: string; detail?: string } {
  if (problem.status >= 400 && problem.status < 500 && problem.message !== "") return { title: problem.message };
  return problemText(problem, t);
}
