import type { RunLog } from "@sdk/types.gen.ts";
import { memo } from "react";
import { classes } from "@/components/classes.ts";
import { formatClock } from "@/format/format.ts";

const tones = { debug: "text-faint", info: "text-text", warn: "text-warn", error: "text-danger" } as const;

export const LogLine = memo(function LogLine({ line, withStep }: { readonly line: RunLog; readonly withStep: boolean }) {
  return (
    <li className="flex gap-3 px-4 py-px [contain-intrinsic-size:auto_1.25rem] [content-visibility:auto] hover:bg-hover max-sm:flex-wrap max-sm:gap-x-2">
      <time dateTime={line.at} className="shrink-0 text-faint">
        {formatClock(line.at)}
      </time>
      {withStep && <span className="w-28 shrink-0 truncate text-muted max-sm:w-auto">{line.step}</span>}
      <span className={classes("w-10 shrink-0", tones[line.level])}>{line.level}</span>
      <span className={classes("min-w-0 break-words whitespace-pre-wrap max-sm:basis-full", tones[line.level])}>{line.message}</span>
    </li>
  );
});
