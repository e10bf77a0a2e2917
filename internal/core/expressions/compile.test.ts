import { expect, test } from "vitest";
import { compile } from "./compile.ts";
import { evaluate } from "./evaluate.ts";
import { ExpressionError, TooMuchWork, type Variables } from "./expression.ts";
import { maxTextLength } from "./limits.ts";
import { patternFault } from "./pattern.ts";

function value(text: string, variables: Variables = {}): unknown {
  const expression = compile(text);
  if (expression.kind === "fault") throw new Error(`${text}: ${expression.message}`);
  return evaluate(expression, variables);
}

function fault(text: string): { message: string; line: number; column: number } {
  const expression = compile(text);
  if (expression.kind !== "fault") throw new Error(`${text} compiles`);
  return { message: expression.message, line: expression.position.line, column: expression.position.column };
}

test.each([
  ["1 + 2", 3],
  ["[1, 2.5, 'a', null, true]", [1, 2.5, "a", null, true]],
  ["{'a': 1, 'b': 'two'}", { a: 1, b: "two" }],
  ["timestamp('2026-01-02T03:04:05Z')", "2026-01-02T03:04:05.000Z"],
  ["duration('1h30m') + duration('1500ms')", "5401.5s"],
  ["duration('-1500ms')", "-1.5s"],
  ["uint(7)", 7],
  ["b'hi'", "aGk="],
  ["input.count + 1", 4],
  ["2 * input.count", 6],
  ["input.count % 2 == 1", true],
  ["input.count / 2", 1.5],
  ["steps.load.rows.filter(r, r.t > 1).map(r, r.t)", [2, 3]],
  ["steps['load'].rows[1].t", 2],
  ["has(input.missing) ? input.missing : 'none'", "none"],
  ["'seattle'.matches('^s.*e$')", true],
  ["'seattle'.matches(input.pattern)", false],
])("%s is %j", (text, expected) => {
  const variables = { input: { count: 3, pattern: "^x" }, steps: { load: { rows: [{ t: 1 }, { t: 2 }, { t: 3 }] } } };
  expect(value(text, variables)).toEqual(expected);
});

test("the same expression gives each caller its own result", () => {
  const input = { list: [1, 2] };
  const first = value("input.list", { input });
  (first as number[]).push(3);
  expect(value("input.list", { input })).toEqual([1, 2]);
});

test.each([
  ["1 +", 1, 4],
  ["'a' +\n  'b", 2, 3],
  ["1 + 'a'", 1, 1],
  ["inputs.x", 1, 1],
  ["true && steps", 1, 9],
  ["steps[input.x]", 1, 1],
  ["input.rows.map(steps, 1)", 1, 16],
  ["", 1, 1],
])("%j is refused at its place", (text, line, column) => {
  expect(fault(text)).toMatchObject({ line, column });
});

test("the patterns that an expression writes down are known with their places, and can be checked", () => {
  const expression = compile(
    "input.a.matches('(') || input.b.matches('a{1000}b{1000}') || input.c.matches('ok') || input.d.matches(input.e)",
  );
  if (expression.kind === "fault") throw new Error(expression.message);
  const faults = expression.patterns.map(({ text, position }) => [position.column, patternFault(text) ?? "fine"]);
  expect(faults.toSorted()).toEqual([
    [17, expect.stringContaining("no regular expression")],
    [41, expect.stringContaining("repeats too much")],
    [78, "fine"],
  ]);
});

test("a text that is too long, too deep or too big is refused", () => {
  expect(fault(`'${"a".repeat(maxTextLength)}'`).message).toContain("characters at the most");
  expect(fault(`${"(".repeat(300)}1${")".repeat(300)}`).message).toMatch(/depth|deep/i);
  expect(fault(`[${"1,".repeat(2000)}1]`).message).toMatch(/list|element/i);
});

test.each([
  "input.constructor",
  "input.__proto__",
  "input['__proto__']",
  "input['constructor']",
  "input.list.constructor",
  "input.text.constructor",
  "input.toString",
  "steps.a.hasOwnProperty",
  "''.constructor",
  "timestamp('2026-01-02T03:04:05Z').constructor",
  "input.list.map(x, x.constructor)",
  "input['list']['length']",
])("%s reaches nothing of JavaScript", (text) => {
  const expression = compile(text);
  if (expression.kind === "fault") return expect(expression.message).not.toBe("");
  expect(() => evaluate(expression, { input: { list: [1], text: "a" }, steps: { a: {} } })).toThrow(ExpressionError);
});

test("a result cannot carry a prototype", () => {
  const input = JSON.parse('{"o":{"__proto__":{"admin":true},"a":1}}');
  const result = value("input.o", { input }) as { readonly admin?: boolean };
  expect(Object.keys(result)).toEqual(["a"]);
  expect(Object.assign({}, result).admin).toBeUndefined();
});

const big = Array.from({ length: 3_000 }, (_, index) => ({ n: index, text: "x".repeat(100) }));
test.each([
  ["nested loops", "input.big.map(a, input.big.map(b, input.big.map(c, 1)))"],
  ["loops whose failures are swallowed", "input.big.exists(a, input.big.exists(b, input.big.all(c, c.n >= 0) && false))"],
  ["doubling lists", `[input.big].map(a, a${" + a".repeat(40)}).map(b, b${" + b".repeat(40)}).map(c, c${" + c".repeat(40)})`],
  ["doubling strings", `['x']${".map(a, a + a)".repeat(40)}`],
  ["comparing big values in a loop", "input.big.filter(a, input.big == input.copy)"],
  ["membership in a loop", "input.big.filter(a, a in input.copy)"],
  ["splitting in a loop", "input.big.map(a, input.long.split(''))"],
  ["pattern after pattern", "input.big.map(a, 'a'.matches('((a{0,20}){0,20})' + string(a.n)))"],
  ["a pattern that looks far ahead", "input.long.matches('.{0,200}y.{0,200}x$')"],
  ["time zones in a loop", "input.big.map(a, input.big.map(b, timestamp('2026-01-02T03:04:05Z').getHours('Europe/Paris')))"],
])("%s are stopped", (_, text) => {
  const expression = compile(text);
  if (expression.kind === "fault") throw new Error(expression.message);
  const input = { big, copy: structuredClone(big), long: "y".repeat(1_000_000) };
  expect(() => evaluate(expression, { input })).toThrow(/too much work|too long|too large/);
});

test("a loop over many rows once is fine, and leaves no debt to the next evaluation", () => {
  const rows = Array.from({ length: 100_000 }, (_, n) => ({ n }));
  for (let again = 0; again < 3; again++) expect(value("input.rows.filter(r, r.n > 99997).size()", { input: { rows } })).toBe(2);
});

test("a pattern that backtracking engines choke on runs in linear time", () => {
  expect(value("input.text.matches('^(a+)+$')", { input: { text: `${"a".repeat(50_000)}!` } })).toBe(false);
});

test.each([
  ["9007199254740993", "too large for a number"],
  ["1.0 / 0.0", "JSON cannot say"],
  ["input.missing", "No such key: missing"],
  ["steps.later.x", "No such key: later"],
  ["input.n.size()", "no matching overload"],
  ["type(1)", "not a value"],
])("%s fails with a sentence", (text, message) => {
  expect(() => value(text, { input: { n: 1 }, steps: {} })).toThrow(message);
});

test("data that the library trips over are a failed evaluation like any other", () => {
  for (const text of ["input.a == input.b", "input.a.c", "[input.a].exists(x, x == input.b)", "input.a in [input.b]"]) {
    const input = { a: { constructor: null, c: 1 }, b: { constructor: null, c: 1 } };
    try {
      value(text, { input });
    } catch (error) {
      expect(`${text} ${error}`).toBe(`${text} ${error instanceof ExpressionError ? error : "an ExpressionError"}`);
    }
  }
});

test("evaluations that share a budget cannot take more than it together", () => {
  const expression = compile("input.list.map(x, x + 1)");
  if (expression.kind === "fault") throw new Error(expression.message);
  const input = { list: Array.from({ length: 100 }, (_, index) => index) };
  const budget = { left: 1_500 };
  evaluate(expression, { input }, budget);
  expect(budget.left).toBeLessThan(1_500);
  expect(() => {
    for (let again = 0; again < 10; again++) evaluate(expression, { input }, budget);
  }).toThrow(TooMuchWork);
});

test("references are read off the tree, with their places", () => {
  const expression = compile(
    "steps.load.rows.map(r, r.n + input.k) + steps['other'] + [has(steps.late.x), has(input.maybe), 'steps.none']",
  );
  if (expression.kind === "fault") throw new Error(expression.message);
  const { steps, input } = expression.references;
  expect(steps.map(({ step, property }) => [step, property]).sort()).toEqual([
    ["late", undefined],
    ["load", "rows"],
    ["other", undefined],
  ]);
  expect(input.map(({ name, optional }) => [name, optional]).sort()).toEqual([
    ["k", false],
    ["maybe", true],
  ]);
  expect(steps.find(({ step }) => step === "other")?.position).toEqual({ offset: 40, line: 1, column: 41 });
  expect(expression.constant).toBe(false);
  expect(compile("[1, 2].map(x, x * 2)")).toMatchObject({ constant: true });
});
