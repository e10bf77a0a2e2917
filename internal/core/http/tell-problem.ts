import type { Problem } from "../problems/problem.ts";
import type { Told } from "./declared-failure.ts";

/** What an API says in place of a problem document (RFC 9457), where its callers know another shape. It must not throw. */
export type TellProblem = (problem: Problem) => Told;
