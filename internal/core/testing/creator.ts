import type { Operation } from "../http/operation.ts";
import { newId } from "../ids/ids.ts";
import type { OperationContract, OperationExample } from "./operation-contract.ts";
import type { Probe } from "./operation-probe.ts";

export interface Creator<Service> {
  readonly operation: Operation<Service>;
  readonly example: OperationExample;
  /** The path variable that the new id goes into. */
  readonly variable: string;
}

/** The operation that creates what the path of `operation` names: POST /labels for /labels/{id} and all below it. */
export function creatorOf<Service>(contract: OperationContract<Service>, operation: Operation<Service>): Creator<Service> | undefined {
  const match = /^([^{]+)\/\{([^}]+)\}[^{]*$/.exec(operation.path);
  if (match === null) return undefined;
  const [, collection, variable = ""] = match;
  const found = contract.operations.find(({ method, path }) => method === "post" && path === collection);
  const example = found === undefined ? undefined : contract.examples[found.id];
  return found === undefined || example?.complete !== true ? undefined : { operation: found, example, variable };
}

/** Makes what an example is about; gives the variables of its path. */
export async function created<Service>(
  contract: OperationContract<Service>,
  probe: Probe,
  { operation, example, variable }: Creator<Service>,
  { after }: OperationExample,
): Promise<Record<string, string>> {
  const answer = (await probe.expectSuccess(operation, example)) as { readonly id?: unknown } | undefined;
  const params = { [variable]: String(answer?.id ?? newId("none")) };
  const first = contract.operations.find(({ id }) => id === after);
  if (first !== undefined) await probe.expectSuccess(first, { ...contract.examples[first.id], params });
  return params;
}
