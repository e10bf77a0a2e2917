import { describe, expect, it } from "vitest";
import { problem } from "../problems/problem.ts";
import { existing } from "./existing.ts";

const there = async (id: string) => ({ id });
const nobody = async () => undefined;
const refusing = async (): Promise<never> => {
  throw problem.notFound("There is no such thing.");
};

describe("existing", () => {
  it("is content with what is there, and with what names nothing", async () => {
    await existing([
      { field: "a", id: "x", find: there },
      { field: "b", id: null, find: nobody },
      { field: "c", id: undefined, find: nobody },
    ]);
  });

  it("points to each field that names what is not there", async () => {
    const attempt = existing([
      { field: "a", id: "x", find: nobody },
      { field: "b", id: "x", find: there },
      { field: "c", id: "x", find: refusing },
    ]);
    await expect(attempt).rejects.toMatchObject({ status: 422, errors: [{ pointer: "/a" }, { pointer: "/c" }] });
  });

  it("hands on a failure that says nothing of what is there", async () => {
    const failure = problem.unavailable("The other domain is away.");
    await expect(existing([{ field: "a", id: "x", find: () => Promise.reject(failure) }])).rejects.toBe(failure);
  });
});
