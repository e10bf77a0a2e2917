/**
 * Rows of an RFC 4180 text: quoted fields may hold commas, line ends and doubled quotes. Stops after `most` rows; a quote that
 * never ends takes the rest of the text.
 */
export function parseCsv(text: string, most: number): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let quoted = false;
  const source = text.replace(/^\uFEFF/, "");
  const endRow = (): void => {
    rows.push([...row, field]);
    row = [];
    field = "";
  };
  for (let at = 0; at < source.length && rows.length < most; at += 1) {
    const char = source[at];
    if (quoted) {
      if (char !== '"') field += char;
      else if (source[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && field === "") quoted = true;
    else if (char === ",") {
      row.push(field);
      field = "";
    } else if (char === "\n" || char === "\r") {
      if (char === "\r" && source[at + 1] === "\n") at += 1;
      endRow();
    } else field += char;
  }
  if (rows.length < most && (field !== "" || row.length > 0)) endRow();
  return rows;
}
