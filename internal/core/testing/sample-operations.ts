import type { Context } from "../context/context.ts";
import type { Bytes } from "../http/contents.ts";
import { listParameters, listQuery } from "../http/lists.ts";
import type { OperationTable, Reply, StreamEvent } from "../http/operation.ts";
import { newId } from "../ids/ids.ts";
import { problem } from "../problems/problem.ts";
import { object, optional, required } from "../validation/object.ts";
import { integerParameter, textParameter } from "../validation/parameters.ts";
import { string } from "../validation/string.ts";
import type { Validator } from "../validation/validator.ts";
import { nullable } from "../validation/values.ts";

export interface SampleLabel {
  readonly id: string;
  readonly organization: string;
  readonly version: number;
  readonly name: string;
  readonly note: string | null;
}
interface LabelCreate {
  readonly name: string;
  readonly note?: string | null;
}
type LabelPatch = Partial<LabelCreate>;

const labelCreate: Validator<LabelCreate> = object(
  { name: required(string({ minLength: 1, maxLength: 60 })), note: optional(nullable(string({ maxLength: 500 }))) },
  { additional: false },
);
const labelPatch: Validator<LabelPatch> = object(
  { name: optional(string({ minLength: 1, maxLength: 60 })), note: optional(nullable(string({ maxLength: 500 }))) },
  { additional: false },
);

/** A small service with every kind of operation, kept in memory: what the core's own tests are run against. */
export class SampleLabels {
  readonly #labels = new Map<string, SampleLabel>();
  /** What became of streams: "started", "stopped". */
  readonly seen: string[] = [];

  async list(ctx: Context, query: object): Promise<object> {
    const items = [...this.#labels.values()].filter(({ organization }) => organization === ctx.organization);
    return { items, nextCursor: null, query };
  }

  async get(ctx: Context, id: string): Promise<SampleLabel> {
    const label = this.#labels.get(id);
    if (label === undefined || label.organization !== ctx.organization) throw problem.notFound(`There is no label ${id}.`);
    return label;
  }

  async create(ctx: Context, input: LabelCreate): Promise<SampleLabel> {
    const label = { id: newId("lb"), organization: ctx.organization, version: 1, name: input.name, note: input.note ?? null };
    this.#labels.set(label.id, label);
    return label;
  }

  async update(ctx: Context, id: string, patch: LabelPatch, expected?: number): Promise<SampleLabel> {
    const before = await this.get(ctx, id);
    if (expected !== undefined && expected !== before.version) throw problem.stale("The label was changed by somebody else.");
    const label = { ...before, ...patch, version: before.version + 1 };
    this.#labels.set(id, label);
    return label;
  }

  async delete(ctx: Context, id: string, expected?: number): Promise<void> {
    await this.update(ctx, id, {}, expected);
    this.#labels.delete(id);
  }

  async count(body: Bytes): Promise<object> {
    let bytes = 0;
    for await (const chunk of body) bytes += chunk.byteLength;
    return { bytes };
  }

  async download(size: number): Promise<Reply<Bytes, Record<string, string>>> {
    const chunk = new Uint8Array(64 * 1024);
    let left = size;
    this.seen.push("started");
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (left === 0) return controller.close();
          const part = chunk.slice(0, Math.min(left, chunk.length));
          left -= part.length;
          controller.enqueue(part);
        },
        cancel: () => {
          this.seen.push("stopped");
        },
      },
      { highWaterMark: 0 },
    );
    return { body, headers: { "Content-Type": "text/html", "Content-Length": String(size), ETag: '"bytes"' } };
  }

  /** Counts from `after` on; waits for ever once it has reached `until`. */
  async *watch(ctx: Context, after: number, until: number): AsyncGenerator<StreamEvent<{ readonly count: number }>> {
    if (after > 1000) throw problem.notFound("There is nothing so late.");
    this.seen.push("started");
    try {
      for (let count = after + 1; count <= until; count++) yield { id: String(count), event: "count", data: { count } };
      if (until === 13) throw new Error("secret inside");
      if (until === 7) return;
      await new Promise((_resolve, reject) => ctx.signal.addEventListener("abort", () => reject(ctx.signal.reason), { once: true }));
    } finally {
      this.seen.push("stopped");
    }
  }

  async fail(how: string): Promise<never> {
    if (how === "hang") return new Promise<never>(() => {});
    throw how === "problem" ? problem.conflict("Already there.", { pointer: "/name" }) : new Error("secret inside");
  }
}

const id = textParameter("path", "id", { required: true });

export const sampleOperations: OperationTable<SampleLabels> = [
  {
    id: "getLabel",
    method: "get",
    path: "/labels/{id}",
    permission: "labels.read",
    tenant: true,
    status: 200,
    etag: true,
    parameters: { id },
    call: (service, ctx, { params }) => service.get(ctx, params.id),
  },
  {
    id: "listLabels",
    method: "get",
    path: "/labels",
    permission: "labels.read",
    tenant: true,
    status: 200,
    parameters: listParameters({ name: "text", status: ["active", "done"], size: "number", createdAt: "time" }, ["name", "createdAt"]),
    call: (service, ctx, { params }) => service.list(ctx, listQuery(params)),
  },
  {
    id: "createLabel",
    method: "post",
    path: "/labels",
    permission: "labels.write",
    tenant: true,
    status: 201,
    etag: true,
    body: { required: true, validator: labelCreate },
    call: (service, ctx, { body }) => service.create(ctx, body),
  },
  {
    id: "updateLabel",
    method: "patch",
    path: "/labels/{id}",
    permission: "labels.write",
    tenant: true,
    status: 200,
    etag: true,
    ifMatch: true,
    parameters: { id },
    body: { required: true, validator: labelPatch },
    call: (service, ctx, { params, body, expected }) => service.update(ctx, params.id, body, expected),
  },
  {
    id: "deleteLabel",
    method: "delete",
    path: "/labels/{id}",
    permission: "labels.write",
    tenant: true,
    status: 204,
    answer: "none",
    ifMatch: true,
    parameters: { id },
    call: (service, ctx, { params, expected }) => service.delete(ctx, params.id, expected),
  },
  {
    id: "countBytes",
    method: "post",
    path: "/labels/count",
    permission: "labels.write",
    tenant: true,
    status: 200,
    body: "bytes",
    call: (service, _ctx, { body }) => service.count(body),
  },
  {
    id: "downloadBytes",
    method: "get",
    path: "/labels/bytes",
    permission: "authenticated",
    tenant: false,
    status: 200,
    answer: "reply",
    parameters: { size: integerParameter("query", "size", { minimum: 0, default: 10 }) },
    call: (service, _ctx, { params }) => service.download(params.size),
  },
  {
    id: "watchLabels",
    method: "get",
    path: "/labels/events",
    permission: "authenticated",
    tenant: false,
    status: 200,
    answer: "stream",
    parameters: {
      lastEventId: integerParameter("header", "Last-Event-ID", { minimum: 0, default: 0 }),
      until: integerParameter("query", "until", { default: 3 }),
    },
    call: (service, ctx, { params }) => service.watch(ctx, params.lastEventId, params.until),
  },
  {
    id: "signIn",
    method: "post",
    path: "/sign-in",
    permission: "public",
    tenant: false,
    status: 200,
    answer: "reply",
    body: { required: false, validator: labelPatch },
    parameters: { cookie: textParameter("cookie", "refresh") },
    call: async (_service, ctx, { params, body }) => ({
      body: { actor: ctx.actor.kind, cookie: params.cookie, body },
      headers: { "Set-Cookie": ["a=1; HttpOnly", "b=2"] },
    }),
  },
  {
    id: "fail",
    method: "post",
    path: "/failures/{how}",
    permission: "public",
    tenant: false,
    status: 200,
    parameters: { how: textParameter("path", "how", { required: true }) },
    call: (service, _ctx, { params }) => service.fail(params.how),
  },
];
