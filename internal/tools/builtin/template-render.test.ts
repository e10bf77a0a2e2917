import { describe, expect, test } from "vitest";
import { workbench } from "../testing/workbench.ts";
import { templateRender } from "./template-render.ts";

const bench = workbench(templateRender);
const render = async (template: string, data = {}) => ((await bench.output({ template, data })) as { text: string }).text;

describe("template.render", () => {
  test("fills a report in", async () => {
    const template = "# {{ title }}\n{% for row in rows -%}\n| {{ row.month }} | {{ row.rain | round: 1 }} |\n{% endfor %}";
    const rows = [
      { month: "2012-01", rain: 3.125 },
      { month: "2012-02", rain: 0 },
    ];
    expect(await render(template, { title: "Rain", rows })).toBe("# Rain\n| 2012-01 | 3.1 |\n| 2012-02 | 0 |\n");
  });

  test("writes values as Liquid does", async () => {
    expect(await render("{{ a }}|{{ b }}|{{ c }}|{{ d }}|{{ e[1] }}", { a: null, b: false, c: 1.5, d: [1, [2, "x"]], e: ["p", "q"] })).toBe(
      "|false|1.5|12x|q",
    );
  });

  test("dates are in UTC, wherever the server is", async () => {
    expect(await render("{{ '2026-11-20T23:30:00Z' | date: '%Y-%m-%d %H:%M' }}")).toBe("2026-11-20 23:30");
  });

  test.each([
    ["a file", "{% include '/etc/passwd' %}"],
    ["a file", "{% render '../package.json' %}"],
    ["a file", "{% layout '/etc/passwd' %}"],
    ["what it inherits", "{{ x.constructor }}"],
    ["what it inherits", "{{ x.__proto__.toString }}"],
    ["a name that is not there", "{{ nothing }}"],
    ["a filter that is not there", "{{ x | nothing }}"],
  ])("does not reach %s: %s", async (_, template) => {
    await expect(render(template, { x: {} })).rejects.toMatchObject({
      status: 422,
      slug: "tool-failed",
      errors: [{ pointer: "/input/template" }],
    });
  });

  test.each([
    [
      "writing for ever",
      `{% for i in (1..100000) %}{% for j in (1..1000) %}${"x".repeat(1000)}{% endfor %}{% endfor %}`,
      /more than 2000000 characters/,
    ],
    ["a huge range", "{% for i in (1..100000000000) %}x{% endfor %}", /limit exceeded/],
    ["text that doubles", "{% assign a = 'aaaaaaaa' %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}", /limit exceeded/],
    [
      "text that doubles aside",
      "{% capture a %}xx{% endcapture %}{% for i in (1..60) %}{% capture a %}{{a}}{{a}}{% endcapture %}{% endfor %}",
      /more than/,
    ],
    ["padding", "{{ 'now' | date: '%1000000000Y' }}", /limit exceeded/],
    [
      "busy loops",
      "{% for a in (1..1000) %}{% for b in (1..1000) %}{% for c in (1..1000) %}{% assign x = a %}{% endfor %}{% endfor %}{% endfor %}",
      /limit exceeded/,
    ],
  ])("stops %s", async (_, template, message) => {
    await expect(render(template)).rejects.toThrow(message);
  });

  test("says where a template is wrong", async () => {
    await expect(render("one\n{% if %}")).rejects.toThrow(/line:2/);
  });
});
