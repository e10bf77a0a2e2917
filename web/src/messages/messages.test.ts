import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { en } from "./en.ts";

const root = join(import.meta.dirname, "..");
const files = globSync("**/*.{ts,tsx}", { cwd: root, exclude: ["**/*.test.ts", "messages/**"] });
/** What people see or hear of an element, besides the text in it. */
const spoken = new Set(["alt", "aria-label", "description", "label", "placeholder", "text", "title"]);
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);

test("every word on a page comes from the messages", () => {
  const found: string[] = [];
  for (const file of files.filter((name) => name.endsWith(".tsx"))) {
    const source = ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
    const visit = (node: ts.Node): void => {
      const words = wordsOf(node);
      if (words !== undefined && hasWords(words)) {
        found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${words.trim()}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  expect(files.length).toBeGreaterThan(150);
  expect(found).toEqual([]);
});

test("every message is used", () => {
  const code = files.map((file) => readFileSync(join(root, file), "utf8")).join("\n");
  expect(keysOf(en).filter((key) => !isUsed(key, code))).toEqual([]);
});

/** Text between tags, in an attribute that is read out, or in a toast. */
function wordsOf(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return node.text;
  if (ts.isJsxAttribute(node) && spoken.has(node.name.getText())) return literal(node.initializer);
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return literal(node.expression);
  if (ts.isCallExpression(node) && /^toast\b/.test(node.expression.getText())) return literal(node.arguments[0]);
  return undefined;
}

function literal(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}

function keysOf(messages: object, prefix = ""): string[] {
  return Object.entries(messages).flatMap(([name, value]) =>
    typeof value === "string" ? [`${prefix}${name}`.replace(/_(one|other)$/, "")] : keysOf(value as object, `${prefix}${name}.`),
  );
}

/** Whole, or as the beginning or end of a key that is put together: `status.${status}`. */
function isUsed(key: string, code: string): boolean {
  const parts = key.split(".");
  const whole = [key, ...parts.slice(1).map((_, at) => `${parts.slice(0, at + 1).join(".")}.\${`)];
  return whole.some((text) => code.includes(`"${text}"`) || code.includes(`\`${text}`)) || code.includes(`}.${parts.at(-1)}\``);
}
