import type { Domain, Entity, Model } from "../model/model.ts";
import type { Operation } from "../model/operation.ts";
import { type Code, code, type } from "../print/code.ts";
import { membersOf } from "../print/layout.ts";
import { artifact } from "./artifact.ts";
import { auditRecord } from "./audit.ts";
import { choiceType, headerMembers } from "./choices.ts";
import { transitionSignature } from "./machine-service.ts";
import { similarQueryType, similarType } from "./near.ts";
import { schemaType } from "./schema-type.ts";
import { queryType } from "./search.ts";
import { viewType } from "./views.ts";

const http = "internal/core/http/operation.ts";
const lists = "internal/core/database/lists.ts";
const eventualFile = "internal/core/eventual/eventual.ts";

export interface Signature {
  /** `ctx: Context, id: LabelId` */
  readonly parameters: Code;
  /** `Promise<Label>` */
  readonly result: Code;
}

/** The entity whose CRUD operation this is. */
export const crudEntity = (domain: Domain, operation: Operation): Entity | undefined =>
  operation.crud === undefined ? undefined : domain.entities.find((entity) => entity.name === operation.crud?.entity);

/** How an operation looks in the service interface. */
export function signature(model: Model, domain: Domain, operation: Operation): Signature {
  const ctx = code`ctx: ${type("Context", "internal/core/context/context.ts")}`;
  const entity = crudEntity(domain, operation);
  if (entity !== undefined && operation.crud !== undefined) return crudSignature(domain, entity, operation.crud.kind, ctx);
  if (operation.machine?.kind === "transition") {
    const { body } = operation;
    return transitionSignature(domain, operation, body?.kind === "json" ? schemaType(model, domain.name, body.schema) : undefined);
  }
  const input = operation.inputType === undefined ? "" : code`, input: ${type(operation.inputType, artifact(domain.name, "types"))}`;
  return { parameters: code`${ctx}${input}`, result: answer(model, domain, operation) };
}

/** Whether the answer is a Reply, with headers beside the body. */
export const isReply = ({ response }: Operation): boolean =>
  response.kind === "binary" || (response.headers.length > 0 && response.choices === undefined);

function crudSignature(domain: Domain, entity: Entity, kind: NonNullable<Operation["crud"]>["kind"], ctx: Code): Signature {
  const own = (suffix: string) => type(`${entity.name}${suffix}`, artifact(domain.name, "types"));
  const id = type(entity.idType, artifact(domain.name, "types"));
  const view = viewType(domain, entity.name);
  switch (kind) {
    case "list":
      return {
        parameters: code`${ctx}, query: ${queryType(entity)}`,
        result: code`Promise<${type("Page", lists)}<${view}>>`,
      };
    case "similar":
      return { parameters: code`${ctx}, query: ${similarQueryType(entity)}`, result: code`Promise<${similarType(view)}>` };
    case "get":
      return { parameters: code`${ctx}, id: ${id}`, result: code`${type("Eventual", eventualFile)}<${view}>` };
    case "create":
      return { parameters: code`${ctx}, input: ${own("Create")}`, result: code`Promise<${view}>` };
    case "update":
      return { parameters: code`${ctx}, id: ${id}, patch: ${own("Patch")}, expected?: number`, result: code`Promise<${view}>` };
    case "delete":
      return { parameters: code`${ctx}, id: ${id}, expected?: number`, result: code`Promise<void>` };
    case "access":
      return { parameters: code`${ctx}, id: ${id}`, result: code`Promise<${own("Access")}>` };
    case "setAccess":
      return { parameters: code`${ctx}, id: ${id}, access: ${own("Access")}`, result: code`Promise<${own("Access")}>` };
    case "audit":
      return {
        parameters: code`${ctx}, id: ${id}, query: ${type("AuditQuery", "internal/core/audit/audit-page.ts")}`,
        result: code`Promise<${type("Page", lists)}<${auditRecord}>>`,
      };
    case "undelete":
      return { parameters: code`${ctx}, id: ${id}`, result: code`Promise<${view}>` };
  }
}

function answer(model: Model, domain: Domain, operation: Operation): Code {
  const { response } = operation;
  const body = response.schema === undefined ? undefined : schemaType(model, domain.name, response.schema);
  if (response.choices !== undefined) return code`Promise<${choiceType(model, domain, response.choices)}>`;
  if (response.kind === "text") return code`Promise<string>`;
  if (response.kind === "sse") return code`AsyncIterable<${type("StreamEvent", http)}<${body ?? "unknown"}>>`;
  if (!isReply(operation)) return code`Promise<${response.kind === "json" ? (body ?? "unknown") : "void"}>`;
  const content =
    response.kind === "binary"
      ? type("Bytes", "internal/core/http/contents.ts")
      : response.kind === "none"
        ? "undefined"
        : (body ?? "unknown");
  return code`Promise<${type("Reply", http)}<${content}, ${replyHeaders(model, domain, operation)}>>`;
}

function replyHeaders(model: Model, domain: Domain, { headersType, response }: Operation): Code {
  if (headersType !== undefined) return type(headersType, artifact(domain.name, "types"));
  return response.headers.length === 0 ? code`Readonly<Record<string, never>>` : membersOf(headerMembers(model, domain, response.headers));
}
