import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { Problems } from "../diagnostics/problems.ts";
import { labels } from "../fixture/labels.ts";
import { repository } from "../fixture/repository.ts";
import { parseYaml } from "./full-yaml.ts";
import { loadSpecs } from "./load.ts";
import type { Node } from "./node.ts";
import { readPlainYaml } from "./plain-yaml.ts";

/** Everything about a node but its file: what it is, and where it and its keys stand. */
function facts(node: Node): unknown {
  const { kind, start, end } = node;
  if (node.kind === "scalar") return [kind, start, end, node.value];
  if (node.kind === "list") return [kind, start, node.items.map(facts)];
  return [kind, start, [...node.entries].map(([name, { key, value }]) => [name, key.start, key.end, facts(value)])];
}

/** What each reader makes of a text; the full one only when it has nothing to say against it. */
function read(text: string): { readonly plain: unknown; readonly full: unknown } {
  const file = { path: "a.yaml", text };
  const problems = new Problems();
  const [plain, full] = [readPlainYaml(file), parseYaml(file, problems)];
  return { plain: plain && facts(plain), full: full && problems.list().length === 0 ? facts(full) : undefined };
}

/** What the plain reader takes at all must be right, and be the same. */
function agree(text: string): void {
  const { plain, full } = read(text);
  if (plain !== undefined) expect(plain, text).toEqual(full);
}

describe("the plain reader", () => {
  test.each([
    ["mappings in mappings and lists", "a:\n  b: 1\n  c:\n  - x\n  - y: 2\n    z: 3\n  - - q\n    - r\nd: ~\n"],
    ["nothing as a value", "a:\nb:\n  -\n  - 1\nc:\n"],
    ["comments", "# one\na: 1 # two\n  # three\nb:\n  # four\n  c: x#y\n"],
    ["plain text over lines", "a: one\n  two\n\n  three: four\n".replace(": four", " four")],
    ["quoted text over lines", "a: \"one\n  two\\n three\n\n  four \\\n  five\"\nb: 'it''s\n  six'\n"],
    ["literal text", "a: |\n  one\n    two\n\n  three\n\nb: |-\n  four\nc: |+\n  five\n\nd: 1\n"],
    ["folded text", "a: >\n  one\n  two\n\n  three\n    four\n  five\n\n\n  six\nb: >-\n\n  seven\nc: 1\n"],
    ["flow collections", "a: { b: 1, c: [x, 'y', \"z\"], d: { e: true, }, f: -1.5 }\ng: [\n  1,\n  2\n  ]\nh: []\n"],
    [
      "numbers, booleans and nothing",
      "- 1\n- -1\n- +1\n- 1.5\n- .5\n- 1e3\n- 0123\n- true\n- FALSE\n- Null\n- ~\n- 1.2.3\n- '1'\n- 2026-11-20\n",
    ],
    ["keys that are quoted, or look like numbers", "\"a b\": 1\n'c': 2\n200: 3\n/x/{y}: 4\na:b: 5\n"],
    ["a marker at the start", "---\na: 1\n"],
    ["text that begins with a sign", "a: -x\nb: .y\nc: <z\nd: (q\n"],
  ])("reads %s as the full one does", (_, text) => {
    const { plain, full } = read(text);
    expect(plain).toBeDefined();
    expect(plain).toEqual(full);
  });

  test.each([
    ["anchors and aliases", "a: &x 1\nb: *x\n"],
    ["tags", "a: !!str 1\n"],
    ["tabs", "a:\t1\n"],
    ["a key twice", "a: 1\na: 2\n"],
    ["two documents", "a: 1\n---\nb: 2\n"],
    ["the end of a document", "a: 1\n...\n"],
    ["a colon too many", "a: b: c\n"],
    ["wrong indentation", "a:\n  b: 1\n c: 2\n"],
    ["a list that is less indented than it may be", "a:\n  b:\n - 1\n"],
    ["text after a quote", 'a: "b" c\n'],
    ["brackets that are not closed", "a: [1, 2\n"],
    ["hexadecimal and infinite numbers", "a: 0x10\nb: .inf\n"],
    ["a mapping as a key", "? { a: 1 }\n: 2\n"],
    ["text without an end", 'a: "b\n'],
    ["nesting without end", "[".repeat(50_000)],
  ])("leaves %s to the full one", (_, text) => {
    expect(readPlainYaml({ path: "a.yaml", text })).toBeUndefined();
  });

  test("takes the project's own specs, and reads them as the full one does", () => {
    for (const { path, text } of [...loadSpecs(repository), labels]) {
      const { plain, full } = read(text);
      expect(plain, path).toBeDefined();
      expect(plain, path).toEqual(full);
    }
  });

  test("agrees about whatever a program writes", () => {
    const options = fc.record({
      lineWidth: fc.constantFrom(0, 20, 80),
      indentSeq: fc.boolean(),
      defaultStringType: fc.constantFrom("PLAIN" as const, "QUOTE_DOUBLE" as const, "QUOTE_SINGLE" as const),
      blockQuote: fc.constantFrom(true, false, "folded" as const, "literal" as const),
    });
    const text = fc.string({ unit: fc.constantFrom(..."ab \n:#-'\"\\{}[],|>&*1.é") });
    const leaf = fc.oneof(text, fc.integer(), fc.double({ noDefaultInfinity: true, noNaN: true }), fc.boolean(), fc.constant(null));
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie("any"), { maxLength: 4 }), fc.dictionary(text, tie("any"), { maxKeys: 4 })),
    })).any;
    fc.assert(
      fc.property(value, options, (given, how) => agree(stringify(given, how))),
      { numRuns: 3000 },
    );
  });

  test("agrees about whatever a person mangles", () => {
    const pieces = fc.constantFrom(
      ..."abc:-#'\"|>{}[],&*?!%@`\\ \n1~.",
      ": ",
      "- ",
      "\n  ",
      "\n    ",
      " #",
      "--- ",
      "key:",
      '"q"',
      "''",
      "|-\n",
      ">+\n",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => agree(parts.join(""))),
      { numRuns: 6000 },
    );
    const mangled = fc.tuple(fc.nat(labels.text.length), fc.nat(10), fc.array(pieces, { maxLength: 4 }));
    fc.assert(
      fc.property(mangled, ([start, length, parts]) =>
        agree(labels.text.slice(0, start) + parts.join("") + labels.text.slice(start + length)),
      ),
      { numRuns: 600 },
    );
  });
});
