import { csvParse } from "./builtin/csv-parse.ts";
import { tableAggregate } from "./builtin/table-aggregate.ts";
import { templateRender } from "./builtin/template-render.ts";
import type { Computation } from "./tool.ts";

/** The built-in tools that are done in a thread. */
export const computations: readonly Computation[] = [csvParse, tableAggregate, templateRender];
