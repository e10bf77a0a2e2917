import type { RunsParts, RunsService } from "../../generated/runs/service.gen.ts";
import type { Context } from "../core/context/context.ts";
import { maximumLimit } from "../core/database/lists.ts";

/** Cancels every run of the caller's organization that has not ended. */
export async function cancelAll(ctx: Context, { runs }: Pick<RunsParts, "runs">, service: Pick<RunsService, "cancelRun">): Promise<void> {
  for (;;) {
    const open = await runs.list(ctx, { filter: { status: { in: ["queued", "running", "waiting"] } }, limit: maximumLimit });
    for (const { id } of open.items) await service.cancelRun(ctx, { id });
    // Each is cancelled or being so by now, and listed no more.
    if (open.items.length === 0) return;
  }
}
