import { expect, test } from "vitest";
import { openSample } from "../testing/sample-app.ts";
import type { TellProblem } from "./tell-problem.ts";

const tell: TellProblem = ({ status, errors }) => ({
  status: status === 405 ? 404 : status,
  body: { wrong: errors.map(({ pointer }) => pointer) },
});

test("an API tells of every failure in its own words, with the headers of the problem", async () => {
  const { app, tokenFor, errors } = await openSample({ tell });
  const token = await tokenFor({ user: "us-1", organization: "og-1", permissions: ["labels.write"] });
  const json = { "content-type": "application/json" };
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await app.request(`/api${path}`, init);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("x-request-id")).toMatch(/^rq-/);
    return { status: response.status, body: await response.json(), challenge: response.headers.get("www-authenticate") };
  };
  expect(await ask("/labels")).toEqual({ status: 401, body: { wrong: [] }, challenge: "Bearer" });
  const invalid = { method: "POST", headers: { ...json, authorization: `Bearer ${token}` }, body: '{"name":""}' };
  expect(await ask("/labels", invalid)).toMatchObject({ status: 422, body: { wrong: ["/name"] } });
  expect(await ask("/nowhere")).toMatchObject({ status: 404, body: { wrong: [] } });
  expect(await ask("/labels", { method: "PUT" })).toMatchObject({ status: 404 });
  expect(errors).toEqual([]);
  expect(await ask("/failures/crash", { method: "POST" })).toMatchObject({ status: 500, body: { wrong: [] } });
  expect(errors).toHaveLength(1);
});
