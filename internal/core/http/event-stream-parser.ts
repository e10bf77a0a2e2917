import type { StreamEvent } from "./operation.ts";

/** An event may not be longer than this: a peer that never ends one must not fill the memory. */
const longestEvent = 16 * 1024 * 1024;

/** Reads server-sent events whose data is JSON. Ends with the body; throws when the data is not JSON or an event is too long. */
export async function* parseEventStream(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent<unknown>> {
  let id: string | undefined;
  let event: string | undefined;
  let data: string[] = [];
  for await (const line of lines(body)) {
    if (line === "") {
      if (data.length > 0) {
        const parsed: unknown = JSON.parse(data.join("\n"));
        yield { data: parsed, ...(id === undefined ? {} : { id }), ...(event === undefined ? {} : { event }) };
      }
      event = undefined;
      data = [];
      continue;
    }
    const colon = line.indexOf(":");
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? "" : line.slice(line[colon + 1] === " " ? colon + 2 : colon + 1);
    if (field === "data") data.push(value);
    else if (field === "id") id = value;
    else if (field === "event") event = value;
  }
}

async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of body) {
    // A line may end with CR LF, and a chunk between the two: then the CR waits for what follows.
    const parts = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r(?!$)/);
    rest = parts.pop() ?? "";
    if (rest.length > longestEvent) throw new Error("An event of the stream is too long.");
    yield* parts;
  }
}
