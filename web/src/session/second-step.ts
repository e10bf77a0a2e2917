import { asProblem } from "@/api/problem.ts";

const known = ["code", "passkey", "recoveryCode"] as const;

/** What can be shown as the second factor. */
export type Way = (typeof known)[number];

/** What is left to do when the first step of signing in was right, and the account asks for another one. */
export interface SecondStep {
  readonly challenge: string;
  readonly ways: readonly Way[];
}

/** The second step that a failed sign-in asks for; undefined when it failed for another reason. */
export function secondStepOf(error: unknown): SecondStep | undefined {
  const { status, extensions } = asProblem(error);
  const { challenge, ways } = extensions;
  if (status !== 401 || typeof challenge !== "string" || !Array.isArray(ways)) return undefined;
  return { challenge, ways: known.filter((way) => ways.includes(way)) };
}
