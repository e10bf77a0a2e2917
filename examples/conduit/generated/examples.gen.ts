// Made from openapi. Do not edit: change the spec and run `npm run generate`.
import type { OperationExample } from "archwright/core/testing/operation-contract";
import { conduitExamples } from "./conduit/examples.gen.ts";

/** Right and wrong input of each operation, by domain. */
export const examples: Readonly<Record<string, Readonly<Record<string, OperationExample>>>> = { conduit: conduitExamples };
