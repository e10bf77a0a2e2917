import type { ApiProblem } from "@/api/problem.ts";
import { session } from "./session.ts";

/** Whether a problem says that the last sign-in is too long ago for what was tried. */
export const asksToSignInAgain = ({ extensions }: ApiProblem): boolean => extensions.type === "urn:archwright:problem:sign-in-again";

/** Leads to the sign-in, and back to the page that is open now. */
export const signInAgain = (): Promise<void> => session.end();
