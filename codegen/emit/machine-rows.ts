import { article } from "../model/derived.ts";
import type { Entity } from "../model/model.ts";
import { type Code, code, type, value } from "../print/code.ts";
import { literal, propertyName } from "../print/text.ts";
import { artifact } from "./artifact.ts";
import { changeNamesActor, remade } from "./made.ts";

const timestamp = type("Timestamp", "internal/core/database/lists.ts");
const own = (entity: Entity, name: string): Code => type(name, artifact(entity.domain, "types"));

/** Whether states of the entity time out. */
export const timesOut = (entity: Entity): boolean => (entity.machine?.timeouts.length ?? 0) > 0;

/** `Task["status"]`: the type of the states of an entity with a machine. */
export const stateType = (entity: Entity): Code => code`${own(entity, entity.name)}[${literal(entity.machine?.field ?? "")}]`;

/** The next version of a row, in another state. */
export function mover(entity: Entity): readonly Code[] {
  const { machine, name } = entity;
  if (machine === undefined) return [];
  const named = changeNamesActor(entity);
  const until = timesOut(entity) ? code`, timesOutAt: ${timestamp} | null` : "";
  const by = named ? code`ctx: ${type("Context", "internal/core/context/context.ts")}, ` : "";
  const set = [
    ...(remade(entity).length > 0
      ? [`...changed${name}(${named ? "ctx, " : ""}before, {}),`]
      : ["...before,", code`updatedAt: ${value("timestamp", "internal/core/database/rows.ts")}(),`, "version: before.version + 1,"]),
    `${propertyName(machine.field)}: state,`,
    ...(timesOut(entity) ? ["timesOutAt,"] : []),
  ];
  return [
    code`/** The next version of ${article(name)} ${name}, in this state. */
export function moved${name}(${by}before: ${own(entity, name)}, state: ${stateType(entity)}${until}): ${own(entity, name)} {
  return {
    ${set}
  };
}`,
  ];
}

/** When the state that an entity begins in ends by itself. */
export function firstEnd({ machine }: Entity): Code {
  const timeout = machine?.timeouts.find(({ state }) => state === machine.initial);
  return timeout === undefined ? code`null` : code`${value("later", "internal/core/database/instant.ts")}(now, ${timeout.milliseconds})`;
}
