import { setupServer } from "msw/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mockHandlers, mockPage } from "./mock-handlers.ts";

const base = "http://mock.test/api/v1";

describe("mock handlers", () => {
  const server = setupServer(
    ...mockHandlers(
      base,
      [
        { id: "listLabels", method: "get", path: "/labels", status: 200, make: () => mockPage((number) => ({ number })) },
        { id: "getPart", method: "get", path: "/labels/{id}/parts/{number}", status: 200, make: (params) => params },
        { id: "deleteLabel", method: "delete", path: "/labels/{id}", status: 204, answer: "none" },
        { id: "download", method: "get", path: "/content", status: 200, answer: "bytes", make: () => "some bytes" },
        { id: "watch", method: "get", path: "/events", status: 200, answer: "stream", make: () => ({ kind: "log" }) },
        { id: "rename", method: "patch", path: "/labels/{id}", status: 200, make: () => ({}) },
        { id: "slow", method: "get", path: "/slow", status: 200, make: () => "slow" },
        { id: "fast", method: "get", path: "/fast", status: 200, make: () => "fast" },
      ],
      { rename: { problem: { status: 409, detail: "Taken." } }, slow: { delay: 200 } },
    ),
  );
  beforeAll(() => server.listen());
  afterAll(() => server.close());
  const ask = (path: string, method = "GET") => fetch(`${base}${path}`, { method });

  it("answer with JSON, given what the path says", async () => {
    expect(await (await ask("/labels")).json()).toEqual({ items: [{ number: 1 }, { number: 2 }, { number: 3 }], nextCursor: null });
    expect(await (await ask("/labels/lb-1/parts/2")).json()).toEqual({ id: "lb-1", number: "2" });
  });

  it("answer with nothing, bytes and events where the operation does", async () => {
    const gone = await ask("/labels/lb-1", "DELETE");
    expect([gone.status, await gone.text()]).toEqual([204, ""]);
    expect(await (await ask("/content")).text()).toBe("some bytes");
    const stream = await ask("/events");
    expect(stream.headers.get("content-type")).toBe("text/event-stream");
    expect(await stream.text()).toBe('id: 1\ndata: {"kind":"log"}\n\n');
  });

  it("answer with the problem that they are told to", async () => {
    const refused = await ask("/labels/lb-1", "PATCH");
    expect([refused.status, refused.headers.get("content-type")]).toEqual([409, "application/problem+json"]);
    expect(await refused.json()).toEqual({ type: "about:blank", title: "Mocked 409", status: 409, detail: "Taken." });
  });

  it("answer as late as they are told to", async () => {
    const first = await Promise.race([ask("/slow"), ask("/fast")]);
    expect(await first.json()).toBe("fast");
  });
});
