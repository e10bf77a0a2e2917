import { editorSchema } from "../annotations/editor-schema.ts";
import type { ModelEmitter } from "./emitter.ts";

/** What editors complete and check annotations by. Documents of others have none. */
export const emitEditorSchema: ModelEmitter = (model) =>
  model.domains.every(({ plain }) => plain)
    ? undefined
    : { path: "generated/x-codegen.schema.json", text: `${JSON.stringify(editorSchema(), null, 2)}\n` };
