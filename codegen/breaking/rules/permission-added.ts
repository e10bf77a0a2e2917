import type { Rule } from "../rule.ts";

export const permissionAdded: Rule = {
  name: "permission-added",
  title: "An operation needs a permission, or a sign-in, that it did not need.",
  severity: "error",
  operation(before, after, report) {
    if (before.permission === after.permission || after.permission === "public") return;
    if (after.permission === "authenticated" && before.permission !== "public") return;
    const words = (permission: string): string =>
      permission === "public" ? "nothing" : permission === "authenticated" ? "a sign-in" : `the permission ${permission}`;
    report(`Callers needed ${words(before.permission)}, and need ${words(after.permission)} now.`);
  },
};
