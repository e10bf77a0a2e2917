const literal = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const space = /[ \t\r\n]*/y;

const insideText = "a text without raw control characters, with valid escapes and a closing quote";

/** Where a JSON text is wrong and what should stand there, as the end of a sentence. Only for texts that a parser has refused. */
export function syntaxErrorDetail(source: string): string {
  const [at, expected] = locate(source);
  if (at >= source.length) return `it ends where ${expected} should follow.`;
  const before = source.slice(0, at).split("\n");
  return `at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1} ${expected} should stand.`;
}

/** Walks the grammar of RFC 8259 without recursion, and gives the first place that breaks it. */
function locate(source: string): [at: number, expected: string] {
  const open: ("{" | "[")[] = [];
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(source)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const skipText = (): boolean => {
    if (source[at] !== '"') return false;
    for (at++; at < source.length; ) {
      const character = source.charAt(at);
      if (character === "\\") {
        if (!skip(escaped)) return false;
      } else if (character < " ") return false;
      else {
        at++;
        if (character === '"') return true;
      }
    }
    return false;
  };
  const take = (character: string): boolean => {
    skip(space);
    if (source[at] !== character) return false;
    at++;
    return true;
  };
  /** The name and the colon of a property; what is missing, or undefined. */
  const property = (): string | undefined => {
    skip(space);
    const start = at;
    if (!skipText()) return at === start ? "a property name in double quotes" : insideText;
    return take(":") ? undefined : "a colon";
  };

  for (;;) {
    let closed = false;
    if (take("{")) {
      closed = take("}");
      if (!closed) {
        open.push("{");
        const missing = property();
        if (missing !== undefined) return [at, missing];
        continue;
      }
    } else if (take("[")) {
      closed = take("]");
      if (!closed) {
        open.push("[");
        continue;
      }
    } else if (source[at] === '"') {
      if (!skipText()) return [at, insideText];
    } else if (!skip(literal)) return [at, "a JSON value"];

    for (;;) {
      const inside = open.at(-1);
      if (inside === undefined) {
        skip(space);
        return [at, "the end"];
      }
      if (take(",")) {
        const missing = inside === "{" ? property() : undefined;
        if (missing !== undefined) return [at, missing];
        break;
      }
      if (!take(inside === "{" ? "}" : "]")) return [at, inside === "{" ? "a comma or }" : "a comma or ]"];
      open.pop();
    }
  }
}
