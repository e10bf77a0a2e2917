import type { Rule } from "../rule.ts";
import { bounds } from "../words.ts";

export const constraintLoosened: Rule = {
  name: "constraint-loosened",
  title: "Bounds of a value in an answer or event became wider.",
  severity: "warning",
  schema({ direction, before, after, place }, report) {
    if (direction !== "response") return;
    for (const { keyword, narrows } of bounds) {
      const [was, is] = [before.keywords[keyword], after.keywords[keyword]];
      if (narrows(is, was))
        report(`${place}: ${keyword} was ${JSON.stringify(was)}, and is ${is === undefined ? "without bound" : JSON.stringify(is)} now.`);
    }
  },
};
