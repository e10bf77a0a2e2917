/** A part of a page, below one heading. */
export interface Section {
  readonly title: string;
  /** What stands in fences, with the language that is named. */
  readonly blocks: readonly { readonly language: string; readonly lines: readonly string[] }[];
}

/** The parts of a page in Markdown that have a heading of the second level. */
export function sectionsOf(page: string): readonly Section[] {
  return page
    .split(/^## /m)
    .slice(1)
    .map((text) => ({
      title: text.slice(0, text.indexOf("\n")).trim(),
      blocks: [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = "", content = ""]) => ({
        language,
        lines: content.trimEnd().split("\n"),
      })),
    }));
}
