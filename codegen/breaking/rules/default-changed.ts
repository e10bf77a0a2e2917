import type { Rule } from "../rule.ts";

export const defaultChanged: Rule = {
  name: "default-changed",
  title: "What is left out of a request means something else.",
  severity: "warning",
  schema({ direction, before, after, place }, report) {
    const [was, is] = [before.keywords.default, after.keywords.default];
    if (direction !== "request" || was === undefined || JSON.stringify(was) === JSON.stringify(is)) return;
    report(`${place}: left out, it meant ${JSON.stringify(was)}, and means ${is === undefined ? "nothing" : JSON.stringify(is)} now.`);
  },
};
