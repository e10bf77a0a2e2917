import { formatDuration } from "@/format/format.ts";
import { useNow } from "@/format/use-now.ts";

interface Props {
  readonly from: string | null;
  readonly to: string | null;
}

/** How long something took, or has been taking: it counts on until it ends. */
export function Duration({ from, to }: Props) {
  const now = useNow(1000, from !== null && to === null);
  if (from === null) return <span className="text-faint">–</span>;
  const end = to === null ? now : new Date(to).getTime();
  return <span className="whitespace-nowrap tabular-nums">{formatDuration(end - new Date(from).getTime())}</span>;
}
