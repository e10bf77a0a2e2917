import { expect, test } from "vitest";
import { type Access, accessOf, keptRoles } from "./access.ts";

test.each<[string, Access, readonly string[]]>([
  ["everybody's", { accessLevel: "authenticated", roles: [] }, []],
  ["some roles'", { accessLevel: "role_based", roles: ["admin", "editor"] }, ["*", "admin", "editor"]],
  ["nobody's but the platform's", { accessLevel: "role_based", roles: [] }, ["*"]],
])("a row that is %s is kept as such, and read as such", (_, access, kept) => {
  expect(keptRoles(access)).toEqual(kept);
  expect(accessOf(kept)).toEqual(access);
});
