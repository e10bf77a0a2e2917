import type { Context } from "../context/context.ts";
import type { Eventual } from "../eventual/eventual.ts";
import { type Effects, needed } from "./effects.ts";
import type { Input, Operation } from "./operation.ts";

/** Does what an operation is for. */
export type Work = (ctx: Context, input: Input) => Eventual<unknown>;

/** Whether an operation runs in one transaction: what may write does, and what waits for its client's bytes, or for events, never may. */
export const runsInTransaction = ({ method, body, answer, transaction }: Operation<never>): boolean =>
  method !== "get" && body !== "bytes" && answer !== "stream" && transaction === undefined;

/** The service's method with what its spec asks for around it. An operation without any of it is called as it is. */
export function workOf<Service>(operation: Operation<Service>, service: Service, effects: Effects): Work {
  const plain: Work = (ctx, input) => operation.call(service, ctx, input);
  const audited = operation.audit === true ? recorded(operation.id, plain, effects) : plain;
  const { database } = effects;
  // A key's answer is kept in the transaction of the work: who keeps it opens that.
  if (database === undefined || !runsInTransaction(operation as Operation<never>)) return audited;
  return (ctx, input) => database.transact(ctx, (ctx) => audited(ctx, input));
}

function recorded(id: string, work: Work, effects: Effects): Work {
  const audit = needed(effects.audit, id, "an audit log");
  return async (ctx, input) => {
    const result = await work(ctx, input);
    await audit.record(ctx, { operation: id });
    return result;
  };
}
