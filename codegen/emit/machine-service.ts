import type { Domain, Entity } from "../model/model.ts";
import type { Operation } from "../model/operation.ts";
import { type Code, code, type } from "../print/code.ts";
import { literal } from "../print/text.ts";
import { artifact } from "./artifact.ts";
import type { Signature } from "./signatures.ts";
import { viewFunction, viewType } from "./views.ts";

const context = type("Context", "internal/core/context/context.ts");

/** The entity whose transition, history or choice the operation is. */
export const machineEntity = (domain: Domain, operation: Operation): Entity | undefined =>
  operation.machine && domain.entities.find(({ name }) => name === operation.machine?.entity);

/** How a transition looks in the service interface. */
export function transitionSignature(domain: Domain, operation: Operation, input: Code | undefined): Signature {
  const given = input === undefined ? "" : code`, input: ${input}`;
  const entity = machineEntity(domain, operation);
  if (entity === undefined) throw new Error(`${operation.id} is of no machine.`);
  return {
    parameters: code`ctx: ${context}, id: ${type(entity.idType, artifact(domain.name, "types"))}${given}, expected?: number`,
    result: code`Promise<${viewType(domain, entity.name)}>`,
  };
}

/** What the spec alone says of an operation of a machine. */
export function machineMethod(domain: Domain, operation: Operation): Code {
  const { id, machine, body } = operation;
  const entity = machineEntity(domain, operation);
  if (machine === undefined || entity === undefined) throw new Error(`${id} is of no machine.`);
  const own = `machines.${entity.variable}`;
  if (machine.kind === "history") return code`${id}: (ctx, { id, ...query }) => ${own}.history(ctx, id, query)`;
  if (machine.kind === "transitions") return code`${id}: (ctx, { id }) => ${own}.possible(ctx, id)`;
  const view = viewFunction(domain, entity.name);
  const [parameters, input] = body === undefined ? ["ctx, id, expected", "undefined"] : ["ctx, id, input, expected", "input"];
  const fired = `${own}.fire(ctx, id, ${literal(machine.transition)}, ${input}, expected)`;
  if (view === undefined) return code`${id}: (${parameters}) => ${fired}`;
  return code`async ${id}(${parameters}) {
  return ${view}(await ${fired});
}`;
}
