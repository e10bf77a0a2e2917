import { LRUCache } from "lru-cache";
import { RE2JS } from "re2js";
import { ExpressionError } from "./expression.ts";
import { maxPatternLength } from "./limits.ts";

const cache = new LRUCache<string, RE2JS>({ max: 500 });

/** A regular expression in RE2's syntax, as CEL asks for. Throws an ExpressionError when the text is none. */
export function compilePattern(text: string): RE2JS {
  const kept = cache.get(text);
  if (kept !== undefined) return kept;
  if (text.length > maxPatternLength) throw new ExpressionError(`A pattern may have ${maxPatternLength} characters at the most.`);
  try {
    const pattern = RE2JS.compile(text);
    cache.set(text, pattern);
    return pattern;
  } catch (cause) {
    throw new ExpressionError(`"${text}" is no regular expression in RE2's syntax.`, { cause });
  }
}
