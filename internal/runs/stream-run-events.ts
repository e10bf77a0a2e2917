import type { RunNews } from "../../generated/runs/types.gen.ts";
import type { Context } from "../core/context/context.ts";
import { doorbell } from "../core/events/doorbell.ts";
import type { StreamEvent } from "../core/http/operation.ts";
import { problem } from "../core/problems/problem.ts";
import type { Engine } from "./engine.ts";
import { journalTopic } from "./store/journal.ts";

const batch = 200;
const pollMilliseconds = 2_000;

/**
 * What happened in a run after `last`, then what happens, until the run has ended and all is told. Live only wakes: what is told is
 * what the journal holds, so a reconnect misses nothing and repeats nothing. 404 without such a run.
 */
export async function* streamRunEvents(engine: Engine, ctx: Context, id: string, last: number): AsyncGenerator<StreamEvent<RunNews>> {
  const { parts, journal } = engine;
  const bell = doorbell(parts.core.live, journalTopic(id));
  const leave = () => bell.close();
  ctx.signal.addEventListener("abort", leave, { once: true });
  try {
    for (let after = last; !ctx.signal.aborted; ) {
      // Read before the journal: nothing is written to it once the run has ended.
      const run = await parts.runs.find(ctx, id);
      if (run === undefined) throw problem.notFound("There is no such run.");
      const news = await journal.after(ctx, id, after, batch);
      for (const item of news) {
        yield item;
        after = Number(item.id);
      }
      if (news.length === batch) continue;
      if (run.finishedAt !== null) return;
      await bell.wait(pollMilliseconds * (0.75 + Math.random() / 2));
    }
  } finally {
    ctx.signal.removeEventListener("abort", leave);
    bell.close();
  }
}
