import { expect, test } from "vitest";
import { answerOf } from "./answers.ts";
import type { Operation } from "./operation.ts";

const answer = answerOf({ etag: true, status: 200 } as Operation<never>);
const entity = { id: "lb-1", version: 1 };

function get(headers: Readonly<Record<string, string>>): Response {
  return answer(entity, new Request("http://localhost/labels/lb-1", { headers }), "rq-1");
}

test.each([
  ["a token", { authorization: "Bearer x" }],
  ["a token, whatever cookies come with it", { authorization: "Bearer x", cookie: "archwright_access=y" }],
  ["nobody", {}],
])("the answer to %s may be kept, and a version that is known is not sent again", (_, headers) => {
  expect(get(headers).headers.get("cache-control")).toBe("private, no-cache");
  expect(get(headers).headers.get("vary")).toBe("Authorization");
  expect(get({ ...headers, "if-none-match": '"1"' }).status).toBe(304);
});

test("the answer to cookies is kept by nobody: the next session in them may be another's, or act in another organization", async () => {
  const cookie = "archwright_access=x";
  const answered = get({ cookie });
  expect([answered.headers.get("cache-control"), answered.headers.get("etag")]).toEqual(["no-store", '"1"']);
  const again = get({ cookie, "if-none-match": '"1"' });
  expect([again.status, await again.json()]).toEqual([200, entity]);
});
