import { formatAge, formatDateTime } from "@/format/format.ts";
import { useNow } from "@/format/use-now.ts";

/** How long ago, with the exact time on hover. */
export function Time({ at }: { readonly at: string }) {
  const now = useNow(30_000);
  return (
    <time dateTime={at} title={formatDateTime(at)} className="whitespace-nowrap">
      {formatAge(at, now)}
    </time>
  );
}
