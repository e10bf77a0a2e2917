import { schemaFaults } from "../schema-errors.ts";
import type { DefinitionCheck } from "./reading.ts";

/** The run's input is described by a JSON Schema of an object, one that the platform can check. */
export const inputSchema: DefinitionCheck = ({ definition: { inputSchema } }) => {
  if (inputSchema === undefined) return [];
  if (inputSchema.type !== undefined && inputSchema.type !== "object") {
    return [{ pointer: "/inputSchema/type", detail: `The input of a run is an object: say "object" here, or leave the type out.` }];
  }
  return schemaFaults(inputSchema).map(({ pointer, detail }) => ({
    pointer: `/inputSchema${pointer}`,
    detail: `The schema of the input ${detail}.`,
  }));
};
