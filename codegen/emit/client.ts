import type { Domain, Operation, OperationParameter } from "../model/model.ts";
import { type Code, code, type } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { enclose, lineWidth } from "../print/layout.ts";
import { access, literal, propertyName } from "../print/text.ts";
import { artifact, lowerFirst, source } from "./artifact.ts";
import type { DomainEmitter } from "./emitter.ts";
import { isPublished } from "./is-published.ts";
import { crudEntity, isReply } from "./signatures.ts";

/** The service interface over HTTP, for a domain that runs elsewhere. */
export const emitClient: DomainEmitter = (domain) => {
  const path = artifact(domain.name, "client");
  const service = type(`${domain.typeName}Service`, artifact(domain.name, "service"));
  const methods = domain.operations.map((operation) => code`${method(domain, operation)},`);
  const body = code`/** ${domain.typeName} as another process serves it: the same interface, the same problems. */
export function ${lowerFirst(domain.typeName)}Client(${methods.length === 0 ? "_remote" : "remote"}: ${type("Remote", "internal/core/http/remote.ts")}): ${service} {
  return {
    ${methods}
  };
}`;
  return { path, text: printFile(path, source(domain.name), body) };
};

function method(domain: Domain, operation: Operation): Code {
  if (!isPublished(operation)) return code`${operation.id}: () => remote.inProcessOnly(${literal(operation.id)})`;
  const { taken, sent } = request(domain, operation);
  const entries = [`method: ${literal(operation.method)}`, `path: ${literal(operation.path)}`, ...sent, ...answer(operation)];
  const call = operation.response.kind === "sse" ? "stream" : "call";
  const flat = `${operation.id}: (${taken}) => remote.${call}(ctx, { ${entries.join(", ")} })`;
  if (flat.length + 6 <= lineWidth) return code`${flat}`;
  return code`${operation.id}: (${taken}) =>\n  remote.${call}(ctx, ${enclose("{", entries, "}", call.length + 22)})`;
}

/** The arguments that the method takes, and what of them goes where in the request. */
function request(domain: Domain, operation: Operation): { readonly taken: string; readonly sent: readonly string[] } {
  if (operation.machine?.kind === "transition") {
    const [taken, sent] = operation.body === undefined ? ["ctx, id, expected", []] : ["ctx, id, input, expected", ["body: input"]];
    return { taken, sent: ["params: { id }", ...sent, "expected"] };
  }
  if (crudEntity(domain, operation) === undefined || operation.crud === undefined) return custom(operation);
  const variable = operation.parameters.find((item) => item.in === "path")?.name ?? "id";
  const id = variable === "id" ? "params: { id }" : `params: { ${propertyName(variable)}: id }`;
  switch (operation.crud.kind) {
    case "list":
      return { taken: "ctx, query", sent: ["list: query"] };
    case "setAccess":
      return { taken: "ctx, id, access", sent: [id, "body: access"] };
    case "audit":
      return { taken: "ctx, id, query", sent: [id, "list: query"] };
    case "get":
    case "access":
    case "undelete":
      return { taken: "ctx, id", sent: [id] };
    case "create":
      return { taken: "ctx, input", sent: ["body: input"] };
    case "update":
      return { taken: "ctx, id, patch, expected", sent: [id, "body: patch", "expected"] };
    case "delete":
      return { taken: "ctx, id, expected", sent: [id, "expected"] };
  }
}

const places = { path: "params", query: "query", header: "headers", cookie: "cookies" } as const;

function custom(operation: Operation): { readonly taken: string; readonly sent: readonly string[] } {
  if (operation.inputType === undefined) return { taken: "ctx", sent: [] };
  const grouped = Object.entries(places).flatMap(([place, option]) => {
    const own = operation.parameters.filter((parameter) => parameter.in === place).map(passed);
    return own.length === 0 ? [] : [`${option}: ${enclose("{", own, "}", 20).text}`];
  });
  return { taken: "ctx, input", sent: [...grouped, ...(operation.body === undefined ? [] : ["body: input.body"])] };
}

const passed = ({ name, variable }: OperationParameter): string => `${propertyName(name)}: input${access(variable)}`;

function answer(operation: Operation): readonly string[] {
  if (isReply(operation)) return [`answer: ${literal(operation.response.kind === "binary" ? "bytes" : "reply")}`];
  return operation.response.kind === "none" ? ['answer: "none"'] : [];
}
