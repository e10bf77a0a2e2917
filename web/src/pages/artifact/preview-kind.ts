export type PreviewKind = "markdown" | "csv" | "json" | "image" | "text" | "none";

/** SVG and HTML could carry scripts: they are shown as text. */
const images: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"]);

const byEnding: Readonly<Record<string, PreviewKind>> = {
  md: "markdown",
  markdown: "markdown",
  csv: "csv",
  json: "json",
  txt: "text",
  log: "text",
};

/** How a file is shown on the page, by its media type, and by its name when the type says nothing. */
export function previewKind(mediaType: string, name: string): PreviewKind {
  const type = mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (images.has(type)) return "image";
  if (type === "text/markdown") return "markdown";
  if (type === "text/csv") return "csv";
  if (type === "application/json" || type.endsWith("+json")) return "json";
  const named = byEnding[name.split(".").at(-1)?.toLowerCase() ?? ""];
  if (type === "text/plain" || type === "application/octet-stream" || type === "")
    return named ?? (type === "text/plain" ? "text" : "none");
  if (type.startsWith("text/") || type === "image/svg+xml" || type === "application/xml" || type === "application/yaml") return "text";
  return "none";
}
