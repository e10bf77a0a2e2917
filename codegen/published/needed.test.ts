import { expect, it } from "vitest";
import { needed } from "./needed.ts";

const failing = (message: string) => () => Promise.reject(Object.assign(new Error(message), { code: "ERR_MODULE_NOT_FOUND" }));

it("says how to get a package that is missing", async () => {
  const load = failing("Cannot find package 'openapi-typescript' imported from here");
  await expect(needed("openapi-typescript", load)).rejects.toThrow("npm install --save-dev openapi-typescript");
});

it("hands on any other failure, and what was loaded", async () => {
  await expect(needed("openapi-typescript", failing("Cannot find package 'typescript'"))).rejects.toThrow(
    "Cannot find package 'typescript'",
  );
  await expect(needed("x", () => Promise.resolve(1))).resolves.toBe(1);
});
