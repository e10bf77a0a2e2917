import fc from "fast-check";
import { expect, test } from "vitest";
import { eventStreamParser, type ServerSentEvent } from "./server-sent-events.ts";

function parse(chunks: readonly string[]): ServerSentEvent[] {
  const events: ServerSentEvent[] = [];
  const feed = eventStreamParser((event) => events.push(event));
  for (const chunk of chunks) feed(chunk);
  return events;
}

test("an event carries its id, name and data", () => {
  expect(parse(['id: 7\nevent: step\ndata: {"a":1}\n\n'])).toEqual([{ id: "7", event: "step", data: '{"a":1}' }]);
});

test("several data lines make one text, and a comment is no event", () => {
  expect(parse([": keep-alive\n\ndata: a\ndata: b\n\n"])).toEqual([{ id: "", event: "message", data: "a\nb" }]);
});

test("the id stays for events that name none, so that a reconnect resumes from it", () => {
  expect(parse(["id: 3\ndata: a\n\ndata: b\n\n"]).map((event) => event.id)).toEqual(["3", "3"]);
});

test("an event that the connection cut off is not told", () => {
  expect(parse(["id: 1\ndata: whole\n\nid: 2\ndata: cut\n"])).toEqual([{ id: "1", event: "message", data: "whole" }]);
});

test("however the bytes are cut and lines end, the events are the same", () => {
  const stream = "id: 1\ndata: a: b\n\nevent: log\nid: 2\ndata: x\ndata: y\n\n:\n\nid: 3\ndata\n\n";
  const want = parse([stream]);
  expect(want).toHaveLength(3);
  fc.assert(
    fc.property(fc.constantFrom("\n", "\r\n", "\r"), fc.array(fc.nat({ max: stream.length * 2 })), (ending, cuts) => {
      // One character more than the stream, so that a final CR is known to stand alone.
      const text = `${stream.replaceAll("\n", ending)}:`;
      const places = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length];
      const chunks = places.slice(1).map((end, index) => text.slice(places[index], end));
      expect(parse(chunks)).toEqual(want);
    }),
  );
});
