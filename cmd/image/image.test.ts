import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validate } from "dockerfile-utils";
import { expect, test } from "vitest";
import { contextOf, takenBy } from "./context.ts";
import { lastOf, stagesOf } from "./stages.ts";

const root = join(import.meta.dirname, "../..");
const text = readFileSync(join(root, "Dockerfile"), "utf8");
const stages = stagesOf(text);
const image = stages.at(-1);
if (image === undefined) throw new Error("The Dockerfile has no stage.");
const context = await contextOf(root);

test("a linter has nothing to say against the Dockerfile", () => {
  expect(validate(text).map(({ range, message }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
});

test("each COPY from the context finds something, and the context has nothing else", () => {
  const copies = stages.flatMap(({ steps }) => steps.filter(({ keyword, flags }) => keyword === "COPY" && flags.from === undefined));
  const sources = copies.flatMap(({ words }) => words.slice(0, -1));
  expect(sources.filter((source) => takenBy(context, source).length === 0)).toEqual([]);
  expect(context.filter((file) => !sources.some((source) => takenBy([file], source).length > 0))).toEqual([]);
});

test("no test, tool or file of this machine can reach an image", () => {
  expect(context.filter((file) => /\.test\.|\/testing\/|(^|\/)\.|\.(log|db|tgz)$|^cmd\/(bench|chaos|mutate|image)/.test(file))).toEqual([]);
  expect(context).toContain("cmd/platform.ts");
});

test("its libraries are those that production needs, and the layers that change least come first", () => {
  const dependencies = stages.find(({ name }) => name === "dependencies");
  expect(dependencies?.steps.filter(({ keyword }) => keyword === "RUN").map(({ text }) => text)).toEqual([
    expect.stringContaining("npm ci --omit=dev --ignore-scripts"),
  ]);
  const order = image.steps.filter(({ keyword }) => keyword === "COPY").map(({ words }) => words.at(-1)?.split("/")[0]);
  expect([...new Set(order)]).toEqual(["node_modules", ".", "sql", "web", "generated", "internal", "cmd"]);
});

test("it runs Node as the first process, as a user by number, and asks its health without a shell", () => {
  expect(lastOf(image, "USER")?.words).toEqual(["1000:1000"]);
  expect(lastOf(image, "ENTRYPOINT")?.words).toEqual(["node"]);
  for (const keyword of ["CMD", "HEALTHCHECK"]) {
    const files = lastOf(image, keyword)?.words.filter((word) => word !== "node") ?? [];
    expect(files.every((file) => existsSync(join(root, file)) && context.includes(file))).toBe(true);
    expect(files).toHaveLength(1);
  }
  expect(lastOf(image, "ENV")?.pairs).toMatchObject({ HOST: "0.0.0.0", DATA_DIR: lastOf(image, "VOLUME")?.words[0] });
  expect(lastOf(image, "EXPOSE")?.words).toEqual([lastOf(image, "ENV")?.pairs.PORT]);
});

test("it is made with the Node that the project runs on", () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly devDependencies: { readonly node: string };
  };
  const [, version] = /^ARG NODE_VERSION=(\d+)$/m.exec(text) ?? [];
  expect(devDependencies.node).toMatch(new RegExp(`^\\^${version}\\.`));
  expect(text.match(/^FROM .*$/gm)).toHaveLength(stages.length);
  for (const from of text.match(/^FROM .*$/gm) ?? []) expect(from).toContain(`node:\${NODE_VERSION}-slim`);
});
