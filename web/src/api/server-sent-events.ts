/** One event of a `text/event-stream`. */
export interface ServerSentEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/**
 * Reads the event stream format of the HTML standard, chunk by chunk: lines may end in CR, LF or both, a chunk may end
 * anywhere, and an event without data is none. `id` stays until the stream names another.
 */
export function eventStreamParser(onEvent: (event: ServerSentEvent) => void): (chunk: string) => void {
  let rest = "";
  let started = false;
  let id = "";
  let event = "";
  let data: string[] = [];

  function line(text: string): void {
    if (text === "") {
      if (data.length > 0) onEvent({ id, event: event || "message", data: data.join("\n") });
      event = "";
      data = [];
      return;
    }
    const colon = text.indexOf(":");
    const field = colon === -1 ? text : text.slice(0, colon);
    const value = colon === -1 ? "" : text.slice(colon + 1).replace(/^ /, "");
    if (field === "data") data.push(value);
    else if (field === "event") event = value;
    else if (field === "id" && !value.includes("\0")) id = value;
  }

  return (chunk) => {
    let text = rest + chunk;
    if (!started && text !== "") {
      started = true;
      text = text.replace(/^\uFEFF/, "");
    }
    // A CR at the very end may be half of a CRLF: leave it for the next chunk.
    const ending = /\r\n|\n|\r(?!$)/g;
    let from = 0;
    for (let match = ending.exec(text); match !== null; match = ending.exec(text)) {
      line(text.slice(from, match.index));
      from = match.index + match[0].length;
    }
    rest = text.slice(from);
  };
}
