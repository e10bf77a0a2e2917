import { describe, expect, it } from "vitest";
import { testContext } from "../testing/context.ts";
import { askable, settable, visible, visiblePage } from "./field-roles.ts";

const roles = { salary: ["owner", "admin"], notes: ["admin"] };
const as = (...given: readonly string[]) => testContext({ roles: given });
const row = { id: "x", salary: 1, notes: null };

describe("visible", () => {
  it.for([
    [["admin"], ["id", "salary", "notes"]],
    [
      ["member", "owner"],
      ["id", "salary"],
    ],
    [["member"], ["id"]],
    [[], ["id"]],
  ] as const)("shows to the roles %j the fields %j", ([given, fields]) => {
    expect(Object.keys(visible(as(...given), roles, row))).toEqual(fields);
    expect(visiblePage(as(...given), roles, { items: [row], nextCursor: "c", total: 1 })).toEqual({
      items: [visible(as(...given), roles, row)],
      nextCursor: "c",
      total: 1,
    });
  });

  it("hides nothing from the platform itself", () => {
    expect(visible({ ...as(), actor: { kind: "system", id: "worker" } }, roles, row)).toBe(row);
  });
});

describe("settable", () => {
  it("lets through what the caller may set, and points to what not, null included", () => {
    expect(settable(as("owner"), roles, { salary: 2 })).toEqual({ salary: 2 });
    expect(settable(as(), roles, { name: "x" })).toEqual({ name: "x" });
    const attempt = () => settable(as("owner"), roles, { salary: 2, notes: null });
    expect(attempt).toThrow(expect.objectContaining({ status: 403, errors: [expect.objectContaining({ pointer: "/notes" })] }));
  });
});

describe("askable", () => {
  it("refuses to filter and sort by what the caller may not see", () => {
    const query = { filter: { salary: { gt: 1 } }, sort: "-notes" } as const;
    expect(askable(as("admin"), roles, query)).toBe(query);
    expect(() => askable(as(), roles, query)).toThrow(
      expect.objectContaining({
        status: 403,
        errors: [expect.objectContaining({ pointer: "?filter[salary]" }), expect.objectContaining({ pointer: "?sort" })],
      }),
    );
    expect(askable(as(), roles, { limit: 1 })).toEqual({ limit: 1 });
  });
});
