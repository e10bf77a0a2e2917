import type { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { problem } from "../core/problems/problem.ts";

/** Of 4: a guesser needs more than 10^8 tries. */
const leastScore = 3;
/** Judging takes longer than in proportion to the length; what is good so far is good. */
const judged = 40;

let judge: Promise<ZxcvbnFactory> | undefined;

/** Made when the first password is chosen: the list of what people choose is large. */
async function makeJudge(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new ZxcvbnFactory({ dictionary: { ...dictionary, platform: ["archwright"] }, graphs: adjacencyGraphs });
}

/**
 * Refuses what is easily guessed: common passwords however they are dressed up, repetitions, rows of keys, and what is made of the
 * person's own name and address. A 422 problem that points to `pointer`. The length is the spec's to check.
 */
export async function checkPassword(password: string, own: readonly string[], pointer = "/password"): Promise<void> {
  judge ??= makeJudge();
  const words = own.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length > 2);
  const { score } = (await judge).check(password.slice(0, judged), words);
  if (score >= leastScore) return;
  throw problem.invalid("This password is too easy to guess.", {
    errors: [{ pointer, detail: "is easily guessed: choose several words that do not belong together, or let a program choose." }],
  });
}
