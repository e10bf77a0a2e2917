import { expect, test } from "vitest";
import { healthRoutes } from "./health.ts";

const works = { name: "database", run: async () => {} };
const fails = { name: "storage", run: () => Promise.reject(new Error("The folder is full.")) };

test("alive whatever the checks say", async () => {
  const answer = await healthRoutes([fails], () => true).request("/health/live");
  expect(answer.status).toBe(200);
});

test.each([
  { checks: [works], stopping: false, status: 200, says: "ok" },
  { checks: [works, fails], stopping: false, status: 503, says: "failing" },
  { checks: [works], stopping: true, status: 503, says: "stopping" },
])("ready says $says", async ({ checks, stopping, status, says }) => {
  const answer = await healthRoutes(checks, () => stopping).request("/health/ready");
  expect(answer.status).toBe(status);
  expect(await answer.json()).toEqual({ status: says });
});

test("the detailed report names what fails and why", async () => {
  const answer = await healthRoutes([works, fails], () => false).request("/health?detailed=true");
  const report = (await answer.json()) as { checks: object[] };
  expect(answer.status).toBe(503);
  expect(report.checks).toMatchObject([
    { name: "database", status: "ok" },
    { name: "storage", status: "failing", detail: "The folder is full." },
  ]);
});
