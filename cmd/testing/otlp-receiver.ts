import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";

/** A span as a collector received it. */
export interface ReceivedSpan {
  /** `service.name` of the process that sent it. */
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  /** "" for the first of its trace. */
  readonly parentId: string;
  readonly kind: number;
  readonly failed: boolean;
  readonly attributes: Readonly<Record<string, string | number>>;
}

/** A collector that takes OTLP over HTTP as protobuf, and keeps all of it. */
export interface OtlpReceiver {
  readonly url: string;
  readonly spans: readonly ReceivedSpan[];
  /** Every byte that was sent, decompressed. */
  bytes(): string;
  close(): Promise<void>;
}

export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const bodies: Buffer[] = [];
  const spans: ReceivedSpan[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    bodies.push(body);
    if (request.url === "/v1/traces") spans.push(...spansIn(body));
    response.writeHead(200, { "content-type": "application/x-protobuf" }).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    bytes: () => Buffer.concat(bodies).toString("latin1"),
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const body = Buffer.concat(await request.toArray());
  return request.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body;
}

/** The values of a protobuf message by the numbers of its fields; what is nested stays bytes. */
type Message = ReadonlyMap<number, readonly (Buffer | number)[]>;

function decode(bytes: Buffer): Message {
  const fields = new Map<number, (Buffer | number)[]>();
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  const take = (length: number): Buffer => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const tag = varint();
    const wire = tag % 8;
    const value = wire === 0 ? varint() : take(wire === 1 ? 8 : wire === 5 ? 4 : varint());
    const field = Math.floor(tag / 8);
    fields.set(field, [...(fields.get(field) ?? []), value]);
  }
  return fields;
}

const all = (message: Message, field: number): readonly Message[] => (message.get(field) ?? []).map((value) => decode(value as Buffer));
const text = (message: Message, field: number): string => String(message.get(field)?.[0] ?? "");
const hex = (message: Message, field: number): string => (message.get(field)?.[0] as Buffer | undefined)?.toString("hex") ?? "";

/** `opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest`: resource spans, scope spans, spans. */
function spansIn(body: Buffer): ReceivedSpan[] {
  return all(decode(body), 1).flatMap((ofResource) => {
    const resource = all(ofResource, 1).map((found) => attributesOf(found, 1))[0] ?? {};
    return all(ofResource, 2)
      .flatMap((ofScope) => all(ofScope, 2))
      .map((span) => ({
        service: String(resource["service.name"]),
        traceId: hex(span, 1),
        spanId: hex(span, 2),
        parentId: hex(span, 4),
        name: text(span, 5),
        kind: Number(span.get(6)?.[0] ?? 0),
        failed: all(span, 15).some((status) => status.get(3)?.[0] === 2),
        attributes: attributesOf(span, 9),
      }));
  });
}

function attributesOf(message: Message, field: number): Record<string, string | number> {
  return Object.fromEntries(
    all(message, field).map((pair) => {
      const [value] = all(pair, 2);
      const number = value?.get(3)?.[0] ?? value?.get(2)?.[0];
      return [text(pair, 1), typeof number === "number" ? number : value === undefined ? "" : text(value, 1)];
    }),
  );
}
