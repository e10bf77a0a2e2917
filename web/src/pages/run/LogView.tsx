import type { RunLog } from "@sdk/types.gen.ts";
import { ArrowDownToLine, Pause } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { Select } from "@/components/Select.tsx";
import { LogLine } from "./LogLine.tsx";

interface Props {
  readonly logs: readonly RunLog[];
  /** Only this step's; a choice is offered when it is not set. */
  readonly step: string | undefined;
  readonly live: boolean;
}

const everything = "*";
/** More would make the page slow; the newest are what one looks at. */
const mostLines = 5000;
const nearBottom = 24;

export function LogView({ logs, step, live }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(everything);
  const [following, setFollowing] = useState(true);
  const box = useRef<HTMLElement>(null);
  const names = useMemo(() => [...new Set(logs.map((line) => line.step))], [logs]);
  const only = step ?? chosen;
  const shown = useMemo(() => (only === everything ? logs : logs.filter((line) => line.step === only)).slice(-mostLines), [logs, only]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new line moves the view, when it follows
  useEffect(() => {
    const element = box.current;
    if (following && element !== null) element.scrollTop = element.scrollHeight;
  }, [shown, following]);

  /** Scrolling up pauses, back down to the end follows again. */
  function onScroll(): void {
    const element = box.current;
    if (element !== null) setFollowing(element.scrollHeight - element.scrollTop - element.clientHeight < nearBottom);
  }

  return (
    <div className="flex flex-col">
      <div className="flex flex-wrap items-center gap-2 border-b px-4 py-2">
        {step === undefined && (
          <Select aria-label={t("run.logsOf")} value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value={everything}>{t("run.allSteps")}</option>
            {names.map((name) => (
              <option key={name} value={name}>
                {name === "" ? t("run.itself") : name}
              </option>
            ))}
          </Select>
        )}
        <span className="flex-1 text-xs text-muted">{t("run.lines", { count: shown.length })}</span>
        {live && (
          <Button size="sm" aria-pressed={following} onClick={() => setFollowing((on) => !on)}>
            {following ? <Pause aria-hidden /> : <ArrowDownToLine aria-hidden />}
            {following ? t("run.pause") : t("run.follow")}
          </Button>
        )}
      </div>
      <section
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
        aria-label={t("run.logs")}
        onScroll={onScroll}
        className="max-h-96 min-h-24 overflow-y-auto py-2 font-mono text-xs -outline-offset-2"
      >
        {shown.length === 0 ? (
          <p className="px-4 py-6 text-center font-sans text-sm text-muted">{live ? t("run.noLogsYet") : t("run.noLogs")}</p>
        ) : (
          <ol>
            {shown.map((line) => (
              <LogLine key={line.sequence} line={line} withStep={only === everything} />
            ))}
          </ol>
        )}
      </section>
    </div>
  );
}
