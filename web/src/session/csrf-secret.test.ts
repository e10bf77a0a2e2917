import { expect, test } from "vitest";
import { csrfSecret } from "./csrf-secret.ts";

test.each([
  { cookies: "", want: undefined },
  { cookies: "theme=dark; archwright_csrf=a-b_c", want: "a-b_c" },
  { cookies: "archwright_csrf=", want: undefined },
  { cookies: "not_archwright_csrf=x", want: undefined },
  { cookies: "archwright_csrf=tossed; __Host-archwright_csrf=own", want: "own" },
])("the secret in $cookies is $want", ({ cookies, want }) => {
  expect(csrfSecret(cookies)).toBe(want);
});
