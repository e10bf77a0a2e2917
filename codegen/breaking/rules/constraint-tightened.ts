import type { Rule } from "../rule.ts";
import { bounds } from "../words.ts";

export const constraintTightened: Rule = {
  name: "constraint-tightened",
  title: "Bounds of a value in a request became narrower.",
  severity: "error",
  schema({ direction, before, after, place }, report) {
    if (direction !== "request") return;
    for (const { keyword, narrows } of bounds) {
      const [was, is] = [before.keywords[keyword], after.keywords[keyword]];
      if (narrows(was, is))
        report(`${place}: ${keyword} is ${JSON.stringify(is)} now${was === undefined ? "" : `, and was ${JSON.stringify(was)}`}.`);
    }
  },
};
