/** A path of OpenAPI, made ready for a router and for reading. */
export interface PathTemplate {
  /** As Hono takes it: a variable for each segment that holds one, under names that no spec can spoil. */
  readonly route: string;
  /** Where to find the value of each variable. */
  readonly variables: ReadonlyMap<string, PathVariable>;
  /** Paths in this order are tried from the most to the least special: texts, texts with variables, variables. */
  readonly order: string;
}

export interface PathVariable {
  /** Name of the segment in the route. */
  readonly segment: string;
  /** Finds the value in the segment, as its group `group`; absent when the segment is the value. */
  readonly expression?: RegExp;
  readonly group: number;
  /** Which segment it is, counted from the last one: what a path begins with may differ from where it is served. */
  readonly fromEnd: number;
}

const variable = /\{([^{}]*)\}/g;

/** `/labels/{id}`, `/files/{name}.{extension}` and `/jobs/{id}:cancel`, as OpenAPI 3.1 ("Path Templating") has them. */
export function pathTemplate(path: string): PathTemplate {
  const variables = new Map<string, PathVariable>();
  const texts = path.split("/");
  const segments = texts.map((text, index) => {
    const fromEnd = texts.length - index;
    const names = [...text.matchAll(variable)].map(([, name = ""]) => name);
    // A router reads signs of its own into texts.
    if (names.length === 0) return /^[\w.~-]*$/.test(text) ? text : `:p${index}{${escaped(text)}}`;
    const segment = `p${index}`;
    const [only = ""] = names;
    if (text === `{${only}}`) {
      variables.set(only, { segment, group: 1, fromEnd });
      return `:${segment}`;
    }
    const { pattern, expression } = mixed(text);
    for (const [position, name] of names.entries()) variables.set(name, { segment, expression, group: position + 1, fromEnd });
    return `:${segment}{${pattern}}`;
  });
  const order = path.replaceAll(/(?<=\/)\{[^{}]*\}(?=\/|$)/g, "\uffff").replaceAll(variable, "\ufffe");
  return { route: segments.join("/"), variables, order };
}

/** A segment of texts and variables: a pattern for the router, and an expression with a group for each variable. */
function mixed(text: string): { readonly pattern: string; readonly expression: RegExp } {
  const parts = text.split(/(\{[^{}]*\})/).filter((part) => part !== "");
  const isVariable = (part: string): boolean => part.startsWith("{");
  const pattern = parts.map((part) => (isVariable(part) ? "[^/]+" : escaped(part))).join("");
  // The last variable takes what the first ones leave: file.tar.gz has the extension gz.
  const source = parts.map((part) => (isVariable(part) ? "(.+)" : escaped(part))).join("");
  return { pattern, expression: new RegExp(`^${source}$`, "su") };
}

/** As part of a regular expression that has no braces: a router ends a pattern at the first one. */
const escaped = (text: string): string =>
  text.replaceAll(/[^\w~\u0100-\uffff]/g, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}`);

/** Without percent-encoding; a text that is encoded wrongly stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
