import { describe, expect, test } from "vitest";
import { workbench } from "../testing/workbench.ts";
import { artifactRead } from "./artifact-read.ts";
import { artifactWrite } from "./artifact-write.ts";

describe("artifact.write", () => {
  const bench = workbench(artifactWrite);

  test("stores text and JSON, with the media type of each unless told", async () => {
    expect(await bench.output({ name: "a.md", text: "ä", mediaType: "text/markdown" })).toMatchObject({
      name: "a.md",
      version: 1,
      mediaType: "text/markdown",
      size: 2,
    });
    expect(await bench.output({ name: "b.txt", text: "" })).toMatchObject({ mediaType: "text/plain; charset=utf-8", size: 0 });
    expect(await bench.output({ name: "c.json", json: null })).toMatchObject({ mediaType: "application/json", size: 4 });
  });

  test("one source writes once, however often it is tried", async () => {
    const first = await bench.use({ name: "d.txt", text: "one" }, { source: "run/step" });
    const again = await bench.use({ name: "d.txt", text: "two" }, { source: "run/step" });
    expect(again.output).toEqual(first.output);
    expect((await bench.use({ name: "d.txt", text: "three" }, { source: "run/other" })).output).toMatchObject({ version: 2 });
  });

  test.each([
    [{ name: "../a", text: "x" }],
    [{ name: "a\nb", text: "x" }],
    [{ name: "", text: "x" }],
    [{ name: "a" }],
    [{ name: "a", text: "x", json: 1 }],
    [{ text: "x" }],
  ])("refuses %j", async (input) => {
    await expect(bench.output(input)).rejects.toMatchObject({ status: 422, slug: "invalid" });
  });
});

describe("artifact.read", () => {
  const bench = workbench(artifactRead);

  test("reads text and JSON, by name or id", async () => {
    const { id } = await bench.artifacts.put("a.json", '{"ä": [1]}');
    expect(await bench.output({ artifact: "a.json" })).toMatchObject({ id, name: "a.json", content: '{"ä": [1]}' });
    expect(await bench.output({ artifact: id, as: "json" })).toMatchObject({ content: { ä: [1] } });
  });

  test("refuses what is not there, no UTF-8, no JSON, or too large", async () => {
    await bench.artifacts.put("bin", new Uint8Array([0xff, 0xfe, 0x00]));
    await bench.artifacts.put("text", "no json");
    await bench.artifacts.put("large", new Uint8Array(10 * 1024 * 1024 + 1));
    const failure = (input: object) =>
      bench.use({ ...input }).then(
        () => "",
        (error: Error) => error.message,
      );
    expect(await failure({ artifact: "missing" })).toMatch(/no artifact named/);
    expect(await failure({ artifact: "bin" })).toMatch(/not UTF-8/);
    expect(await failure({ artifact: "text", as: "json" })).toMatch(/not JSON/);
    expect(await failure({ artifact: "large" })).toMatch(/10485761 bytes/);
  });
});
