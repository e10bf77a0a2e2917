import { LRUCache } from "lru-cache";
import { RE2JS } from "re2js";
import { ExpressionError } from "./expression.ts";
import { maxPatternLength } from "./limits.ts";

const cache = new LRUCache<string, RE2JS>({ max: 500 });

/** What a pattern may come to: repetitions multiply. */
const maxInstructions = 1_000;

/** Whether it is at hand already. */
export function isCompiled(text: string): boolean {
  return cache.has(text);
}

/** A regular expression in RE2's syntax, as CEL asks for. Throws an ExpressionError when the text is none. */
export function compilePattern(text: string): RE2JS {
  const kept = cache.get(text);
  if (kept !== undefined) return kept;
  if (text.length > maxPatternLength) throw new ExpressionError(`A pattern may have ${maxPatternLength} characters at the most.`);
  const pattern = compiled(text);
  if (pattern.programSize() > maxInstructions) throw new ExpressionError(`The pattern "${text}" repeats too much.`);
  cache.set(text, pattern);
  return pattern;
}

/** What is wrong with a pattern, in a sentence. */
export function patternFault(text: string): string | undefined {
  try {
    compilePattern(text);
    return undefined;
  } catch (error) {
    if (error instanceof ExpressionError) return error.message;
    throw error;
  }
}

function compiled(text: string): RE2JS {
  try {
    return RE2JS.compile(text);
  } catch (cause) {
    throw new ExpressionError(`"${text}" is no regular expression in RE2's syntax.`, { cause });
  }
}
