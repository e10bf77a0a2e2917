import type { Model, NamedSchema } from "../../model/model.ts";
import { type Code, code, type } from "../../print/code.ts";
import { printFile } from "../../print/file.ts";
import { enclose } from "../../print/layout.ts";
import { literal } from "../../print/text.ts";
import { artifact } from "../artifact.ts";
import { auditRecord, isAudit } from "../audit.ts";
import type { ModelEmitter } from "../emitter.ts";
import { similarType } from "../near.ts";
import { viewType } from "../views.ts";
import { isUnannotated, publishedSchemas } from "./document.ts";
import { componentName } from "./schema.ts";

const helpers = "internal/core/testing/same-type.ts";

/** Holds our types against those that openapi-typescript reads from the published document. It has no code: it compiles or not. */
export const emitAgreement: ModelEmitter = (model) => {
  if (isUnannotated(model)) return undefined;
  const path = "generated/openapi.agreement.gen.ts";
  const rows = publishedSchemas(model).map(
    (named) =>
      code`${type("Expect", helpers)}<${type("Same", helpers)}<${ours(model, named)}, Published[${literal(componentName(model, named.domain, named.name))}]>>`,
  );
  const body = code`type Published = ${type("components", "generated/openapi.d.ts")}["schemas"];

/** The types that the service uses are the ones that the document describes, in both directions; a difference does not compile. */
export type Agreement = ${enclose("[", rows, "]")};`;
  return { path, text: printFile(path, "openapi", body) };
};

function ours(model: Model, { domain, name }: NamedSchema): Code {
  const owner = model.domains.find((item) => item.name === domain);
  if (owner === undefined) return type(name, artifact(undefined, "types"));
  if (isAudit(owner, name)) return auditRecord;
  const listed = owner.entities.find((entity) => name === `${entity.name}Page`);
  const compared = owner.entities.find((entity) => name === `${entity.name}Similar`);
  if (compared?.embedding !== undefined) return similarType(viewType(owner, compared.name));
  const audited = owner.entities.find((entity) => name === `${entity.name}AuditPage`);
  if (audited !== undefined) {
    return code`${type("Page", "internal/core/database/lists.ts")}<${auditRecord}>`;
  }
  return listed === undefined
    ? viewType(owner, name)
    : code`${type("Page", "internal/core/database/lists.ts")}<${viewType(owner, listed.name)}>`;
}
