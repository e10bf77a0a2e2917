import { expect, test } from "vitest";
import { userChore } from "./user-chore.ts";

test.each([[[]], [["constructor", "ada@example.com"]], [["disable"]], [["disable", "ada"]], [["create", "ada@example.com"]]])(
  "%j is no chore",
  async (given) => {
    await expect(userChore(given)).rejects.toThrow(/^usage: /);
  },
);
