import { rules } from "./rules.ts";

/** The reference page of what `archwright breaking` looks for. */
export function breakingPage(): string {
  const rows = rules.map(({ name, severity, title }) => `| \`${name}\` | ${severity} | ${title} |`);
  return `# Breaking changes

\`archwright breaking <old> <new>\` compares two versions of an API as its callers see them: two documents, two folders of specs, or two
git refs, such as \`archwright breaking main .\`. It exits with 1 when a change breaks correct callers (an error), and with
\`--fail-on warning\` also when one may break some. \`--format\` is \`text\`, \`json\`, \`github\` or \`markdown\`. This page is made from the rules
by \`npm run reference\`.

| Rule | Severity | Finds |
| ---- | -------- | ----- |
${rows.join("\n")}
`;
}
