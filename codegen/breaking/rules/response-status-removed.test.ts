import { expect, it } from "vitest";
import { findings, operation } from "../testing/documents.ts";

const answers = (...statuses: string[]) => operation({ responses: Object.fromEntries(statuses.map((status) => [status, {}])) });

it("finds an answer that never comes any more; of failures it only warns", () => {
  expect(findings("response-status-removed", answers("200", "404"), answers("201"))).toEqual([
    "error: The answer 200 was removed.",
    "warning: The answer 404 was removed.",
  ]);
  expect(findings("response-status-removed", answers("200"), answers("200", "404"))).toEqual([]);
});
