import { useTranslation } from "react-i18next";

const most = 200_000;

export function TextPreview({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section tabIndex={0} aria-label={t("artifact.preview")} className="max-h-[70vh] overflow-auto p-4 -outline-offset-2">
      <pre className="font-mono text-xs whitespace-pre-wrap">{text.slice(0, most)}</pre>
      {text.length > most && <p className="mt-3 text-muted">{t("artifact.cut")}</p>}
    </section>
  );
}
