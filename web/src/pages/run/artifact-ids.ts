const pattern = /^ar-[0-9a-f]{16}$/;

/** Ids of artifacts anywhere in a value, each once, in order. */
export function artifactIds(value: unknown): string[] {
  const found = new Set<string>();
  function look(part: unknown): void {
    if (typeof part === "string") {
      if (pattern.test(part)) found.add(part);
    } else if (typeof part === "object" && part !== null) for (const inner of Object.values(part)) look(inner);
  }
  look(value);
  return [...found];
}
