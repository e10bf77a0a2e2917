/** A statement of a script, without what stands around it. */
export interface SqlStatement {
  readonly text: string;
  /** Where it begins in the script. */
  readonly start: number;
}

/** What semicolons may stand in without ending a statement: comments, quoted text and names, dollar-quoted bodies. */
const opaque = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$/g;

/** The statements of a script for Postgres, comments blanked out; quoted text is blanked as well, but for names. */
export function sqlStatements(script: string): readonly SqlStatement[] {
  const plain = script.replaceAll(opaque, (part) => (part.startsWith('"') ? part : part.replaceAll(/[^\n]/g, " ")));
  const found: SqlStatement[] = [];
  let start = 0;
  for (const part of plain.split(";")) {
    const text = part.trim();
    if (text !== "") found.push({ text, start: start + part.length - part.trimStart().length });
    start += part.length + 1;
  }
  return found;
}
