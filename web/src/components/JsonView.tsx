import { useTranslation } from "react-i18next";
import { CopyButton } from "./CopyButton.tsx";

/** A value as indented JSON, to read and copy. */
export function JsonView({ value, label }: { readonly value: unknown; readonly label: string }) {
  const { t } = useTranslation();
  const text = value === undefined ? "" : JSON.stringify(value, null, 2);
  if (value === undefined || value === null) return <p className="text-faint">{t("common.nothing")}</p>;
  return (
    <div className="relative">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section tabIndex={0} aria-label={label} className="max-h-96 overflow-auto rounded-md border bg-panel p-3">
        <pre className="pr-8 font-mono text-xs wrap-anywhere whitespace-pre-wrap">{text}</pre>
      </section>
      <div className="absolute top-1.5 right-1.5">
        <CopyButton text={text} />
      </div>
    </div>
  );
}
