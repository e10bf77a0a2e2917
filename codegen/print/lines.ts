/** Longest line of generated text, where a line can be broken at all: as biome.json has it. */
const lineWidth = 140;

/**
 * What fragments hold where their lines may be broken; `layOut` takes it out again when the whole line is known. No text of a spec holds
 * a mark: `literal` and `comment` escape control characters.
 */
export const marks = {
  /** A group stands on one line where it fits. Else each place in it breaks the line, and what is between them is indented. */
  open: "\u0001",
  close: "\u0002",
  /** Nothing, or a line break. */
  soft: "\u0003",
  /** A space, or a line break. */
  line: "\u0004",
  /** As `soft` and `line`, back to where the group began. */
  softOut: "\u0005",
  lineOut: "\u0006",
  /** A group that holds this does not stay on one line. */
  always: "\u0007",
  /** What is between these stands in a broken group only. */
  broken: "\u000e",
  endBroken: "\u000f",
  /** Before the group in the last argument of a call, which may be broken alone. */
  last: "\u0010",
  /** After a function that is the last argument: nothing on one line, else a comma and a line break back to where the group began. */
  end: "\u0011",
} as const;

const separators = new RegExp(`([${Object.values(marks).join("")}]|\\n *)`);

interface Group {
  /** `last`: all on one line but the last argument. */
  readonly mode: "flat" | "broken" | "last";
  /** Spaces before its first line, as its fragment has them, and how many broken groups are around it. */
  readonly indent: number;
  readonly depth: number;
}

/** Text without marks, each group on one line where that has room for it and for what follows. */
export function layOut(text: string): string {
  const parts = text.split(separators);
  const groups: Group[] = [];
  const result: string[] = [];
  let column = 0;
  let indent = 0;
  let depth = 0;
  let isLast = false;
  const put = (piece: string): void => {
    if (piece !== "") result.push(piece);
    column += piece.length;
  };
  const breakLine = (spaces: number): void => {
    // What stood before a group may have ended with the space that belongs between the two on one line.
    if (result.at(-1)?.endsWith(" ")) result.push(result.pop()?.trimEnd() ?? "");
    result.push(`\n${" ".repeat(spaces)}`);
    column = spaces;
  };
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? "";
    const around = groups.at(-1);
    const isBroken = around?.mode === "broken";
    switch (part) {
      case marks.open: {
        const mode = inside(around?.mode, isLast) ?? modeOf(parts, at, column);
        isLast = false;
        groups.push({ mode, indent, depth });
        if (mode === "broken") depth++;
        break;
      }
      case marks.close:
        groups.pop();
        depth = around?.depth ?? 0;
        break;
      case marks.soft:
      case marks.line:
        if (isBroken) breakLine(around.indent + 2 * around.depth + 2);
        else put(part === marks.line ? " " : "");
        break;
      case marks.softOut:
      case marks.lineOut:
        if (isBroken) breakLine(around.indent + 2 * around.depth);
        else put(part === marks.lineOut ? " " : "");
        break;
      case marks.broken:
        if (!isBroken) at = parts.indexOf(marks.endBroken, at);
        break;
      case marks.last:
        isLast = around?.mode === "last";
        break;
      case marks.end:
        if (around === undefined || around.mode === "flat") break;
        put(",");
        breakLine(around.indent + 2 * around.depth);
        break;
      case marks.always:
      case marks.endBroken:
        break;
      default:
        if (part.startsWith("\n")) {
          indent = part.length - 1;
          const isBlank = parts[at + 1] === "" && parts[at + 2]?.startsWith("\n") === true;
          breakLine(isBlank ? 0 : indent + 2 * depth);
        } else put(part);
    }
  }
  return result.join("");
}

/** The mode of a group within one that is already decided; undefined where its own width decides. */
function inside(around: Group["mode"] | undefined, isLast: boolean): Group["mode"] | undefined {
  if (around === "last") return isLast ? "broken" : "flat";
  return around === "flat" ? "flat" : undefined;
}

function modeOf(parts: readonly string[], start: number, column: number): Group["mode"] {
  if (fits(parts, start, column)) return "flat";
  const last = lastOf(parts, start);
  return last !== undefined && fits([...parts.slice(start, last), marks.close, marks.soft], 0, column) ? "last" : "broken";
}

/** Whether a group has room on one line with what follows it, up to the next place where the line may be broken. */
function fits(parts: readonly string[], start: number, column: number): boolean {
  let width = column;
  let open = 0;
  let isIn = true;
  for (let at = start; at < parts.length && width <= lineWidth; at++) {
    const part = parts[at] ?? "";
    switch (part) {
      case marks.open:
        open++;
        break;
      case marks.close:
        open--;
        if (open === 0) isIn = false;
        break;
      case marks.soft:
      case marks.softOut:
      case marks.line:
      case marks.lineOut:
        if (!isIn) return true;
        if (part === marks.line || part === marks.lineOut) width++;
        break;
      case marks.broken:
        if (isIn) at = parts.indexOf(marks.endBroken, at);
        break;
      case marks.end:
        // A comma comes here.
        if (!isIn) return width < lineWidth;
        break;
      case marks.always:
        if (isIn) return false;
        break;
      case marks.endBroken:
      case marks.last:
        break;
      default:
        if (part.startsWith("\n")) return !isIn;
        width += part.length;
    }
  }
  return width <= lineWidth;
}

/** Where the last argument may be broken, in the group that begins at `start`. */
function lastOf(parts: readonly string[], start: number): number | undefined {
  let open = 0;
  for (let at = start; at < parts.length; at++) {
    if (parts[at] === marks.open) open++;
    else if (parts[at] === marks.close && --open === 0) return undefined;
    else if (parts[at] === marks.last && open === 1) return at;
  }
  return undefined;
}
