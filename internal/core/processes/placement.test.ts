import { expect, test } from "vitest";
import { placementOf } from "./placement.ts";

const domains = [
  { name: "auth", requires: [] },
  { name: "tools", requires: [] },
  { name: "runs", requires: ["tools"] },
];
const place = (served: string, urls = "") => placementOf(domains, { served, urls });
const problemsOf = (served: string, urls = "") => {
  try {
    place(served, urls);
  } catch (error) {
    return String(error);
  }
  return "";
};

test("a process serves everything unless told", () => {
  const all = place("");
  expect([all.serves("runs"), all.urlOf("runs"), all.apart]).toEqual([true, undefined, false]);
});

test("a process that serves some knows where the others are", () => {
  const some = place("runs, auth", "tools=http://tools:8080/");
  expect([some.serves("runs"), some.serves("tools"), some.apart]).toEqual([true, false, true]);
  expect([some.urlOf("tools"), some.urlOf("runs")]).toEqual(["http://tools:8080", undefined]);
});

test("what a domain needs must be somewhere, and so must who knows the callers", () => {
  expect(problemsOf("runs,auth")).toContain("runs needs tools, which this process does not serve. Say where it is: DOMAIN_URLS=tools=");
  expect(problemsOf("tools")).toContain("tools needs auth");
  expect(problemsOf("tools", "auth=http://auth:8080")).toBe("");
});

test("names of no domain, and addresses that are none, are refused with what to write", () => {
  expect(problemsOf("labels,auth,tools,runs")).toContain("DOMAINS names labels, which is no domain. There are: auth, tools, runs.");
  expect(problemsOf("", "labels=http://a:1")).toContain('"labels" is no domain');
  expect(problemsOf("", "tools")).toContain('"" is no domain');
  for (const url of ["tools:8080", "ftp://tools", "http://tools:8080/api"])
    expect(problemsOf("", `tools=${url}`), url).toContain(`DOMAIN_URLS gives tools the address ${url}`);
});
