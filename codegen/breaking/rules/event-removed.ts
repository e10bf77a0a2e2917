import type { Rule } from "../rule.ts";

export const eventRemoved: Rule = {
  name: "event-removed",
  title: "An event is no longer published.",
  severity: "error",
  api(before, after, report) {
    for (const type of before.events.keys()) if (!after.events.has(type)) report(type, "The event was removed.");
  },
};
