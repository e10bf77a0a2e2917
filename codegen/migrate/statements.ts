/** A statement of a script, without what stands around it. */
export interface SqlStatement {
  readonly text: string;
  /** Where it begins in the script. */
  readonly start: number;
}

/** What semicolons may stand in without ending a statement: comments, quoted text and names, dollar-quoted bodies. */
const opaque = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$/g;

/** The statements of a script for Postgres, comments and quoted text blanked out. */
export function sqlStatements(script: string): readonly SqlStatement[] {
  const blank = (part: string, kept: RegExp): string => part.replaceAll(kept, " ");
  const plain = script.replaceAll(opaque, (part) => (part.startsWith('"') ? part : blank(part, /[^\n]/g)));
  // Semicolons of names end nothing either.
  const ends = script.replaceAll(opaque, (part) => blank(part, /[^\n]/g));
  const found: SqlStatement[] = [];
  for (let start = 0; start < plain.length; ) {
    const next = ends.indexOf(";", start);
    const end = next === -1 ? plain.length : next;
    const part = plain.slice(start, end);
    if (part.trim() !== "") found.push({ text: part.trim(), start: start + part.length - part.trimStart().length });
    start = end + 1;
  }
  return found;
}
