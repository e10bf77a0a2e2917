import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { parseCsv } from "./csv.ts";

const most = 200;

/** The first rows of a table; the first of them is its head. */
export function CsvPreview({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const rows = useMemo(() => parseCsv(text, most + 2), [text]);
  const [head = [], ...body] = rows;
  const shown = body.slice(0, most);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section tabIndex={0} aria-label={t("artifact.preview")} className="max-h-[70vh] overflow-auto -outline-offset-2">
      <table className="w-full border-collapse text-left text-xs tabular-nums">
        <thead className="sticky top-0 bg-panel">
          <tr>
            {head.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name that is surely unique
              <th key={index} scope="col" className="border-b px-3 py-1.5 font-medium whitespace-nowrap">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never move
            <tr key={index} className="border-b last:border-0 hover:bg-hover">
              {row.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells never move
                <td key={at} className="px-3 py-1 whitespace-nowrap">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {body.length > most && <p className="p-3 text-muted">{t("artifact.firstRows", { count: most })}</p>}
    </section>
  );
}
