import { useTranslation } from "react-i18next";
import Markdown from "react-markdown";
import remarkGfm from "remark-gfm";

/** A report. HTML inside it is text, images of other hosts are links, and links open beside. */
export function MarkdownPreview({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section tabIndex={0} aria-label={t("artifact.content")} className="prose-report max-h-[70vh] overflow-auto p-5 -outline-offset-2">
      <Markdown
        remarkPlugins={[remarkGfm]}
        components={{
          a: ({ href, children }) => (
            <a href={href} target="_blank" rel="noopener noreferrer nofollow">
              {children}
            </a>
          ),
          img: ({ src, alt }) => (
            <a href={typeof src === "string" ? src : undefined} target="_blank" rel="noopener noreferrer nofollow">
              {alt || t("artifact.image")}
            </a>
          ),
        }}
      >
        {text}
      </Markdown>
    </section>
  );
}
