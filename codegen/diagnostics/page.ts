import { catalog } from "./catalog.ts";

const chapters: Readonly<Record<string, readonly [title: string, text: string]>> = {
  AW1: ["Reading", "What a file itself gets wrong."],
  AW2: ["Annotations", "What `x-codegen` gets wrong."],
  AW3: ["Meaning", "What the specs get wrong together."],
  AW4: ["Use", "What is right by itself, and does not do what it seems to."],
  AW5: ["Migrations", "What works, and holds up others on a database in use."],
};

/** The reference page of every code, with a report that people see as its example. `reports` are tried in their order. */
export function diagnosticsPage(reports: readonly string[]): string {
  const parts = [...Map.groupBy(Object.values(catalog), ({ code }) => code.slice(0, 3))].map(([prefix, entries]) => {
    const [title, text] = chapters[prefix] ?? [prefix, "More of what the specs get wrong."];
    const sections = entries.toSorted((a, b) => (a.code < b.code ? -1 : 1)).flatMap((entry) => section(entry, reports));
    return [`## ${title}`, text, ...sections].join("\n\n");
  });
  const head = [
    "# Diagnostics",
    "Every problem that the generator reports has a code. `archwright explain <code>` says the same as this page, which is made from the\ncatalog by `npm run reference`.",
  ];
  return `${[...head, ...parts].join("\n\n")}\n`;
}

function section({ code, severity, title, cause, fix }: (typeof catalog)[keyof typeof catalog], reports: readonly string[]): string[] {
  const blocks = reports.flatMap((report) => report.split("\n\n"));
  const example = blocks.find((block) => new RegExp(`^\\S+:\\d+:\\d+: ${severity} ${code}: `).test(block));
  return [
    `### ${code}`,
    `**${title}** (${severity}). ${cause} ${fix}`,
    ...(example === undefined ? [] : [`\`\`\`text\n${example.trimEnd()}\n\`\`\``]),
  ];
}
