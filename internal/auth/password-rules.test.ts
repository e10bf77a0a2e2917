import { describe, expect, test } from "vitest";
import { authOperations } from "../../generated/auth/server.gen.ts";
import type { newPassword } from "../../generated/auth/validators.gen.ts";
import { MemoryDatabase } from "../core/database/memory.ts";
import { newPlace } from "../core/validation/place.ts";
import { checkPassword } from "./password-rules.ts";
import { goodPassword, openAuth } from "./testing/open-auth.ts";

const easy = { status: 422, errors: [{ pointer: "/password" }] };

test.each([
  ["a common one", "password1234"],
  ["a word with digits", "grasshopper11"],
  ["a row of keys", "cft6yhnji90-"],
  ["one letter", "aaaaaaaaaaaaaaa"],
  ["the platform's name", "archwright-2026"],
  ["what is easy before it is long", `${"a".repeat(40)}${goodPassword}`],
])("%s is refused: %s", async (_, password) => {
  await expect(checkPassword(password, [])).rejects.toMatchObject(easy);
});

test.each(["tundra-grasshopper", goodPassword, "密码是很长的一句话没有人会猜到"])(
  "what a guesser needs long for is taken: %s",
  async (password) => {
    await checkPassword(password, ["Ada", "ada@example.com"]);
  },
);

describe("wherever a password is chosen", () => {
  const auth = openAuth(new MemoryDatabase());
  const { service, nobody } = auth;
  const organization = "Quibblewick Brothers";
  let people = 0;
  const about = () => ({ name: "Wilhelmina Thorvaldsen", email: `wilhelmina${++people}@quuxworks.example` });

  /** Somebody of that name who has an account already. */
  async function known() {
    const { id, ctx, ...person } = await auth.person();
    await auth.parts.users.update(nobody, id, about());
    return { ...person, ctx, email: (await auth.parts.users.find(nobody, id))?.email ?? "" };
  }

  const places: Readonly<Record<string, (password: string) => Promise<unknown>>> = {
    register: (password) => service.register(nobody, { body: { ...about(), organization, password } }),
    signUp: (password) => service.signUp(nobody, { body: { ...about(), organization, password } }),
    async changePassword(password) {
      const { ctx, password: current } = await known();
      await service.changePassword(ctx, { body: { current, password } });
    },
    async resetPassword(password) {
      const { email } = await known();
      await service.requestPasswordReset(nobody, { body: { email } });
      await auth.takeUp();
      await service.resetPassword(nobody, { body: { token: auth.linkTo(email), password } });
    },
    createUser: (password) => service.createUser(nobody, { body: { ...about(), password } }),
    setPassword: async (password) => service.setPassword(nobody, { email: (await known()).email, body: { password } }),
  };

  test.each(Object.entries(places))("%s takes none that is easy, or made of one's own name and address", async (_, choose) => {
    for (const password of ["password1234", "thorvaldsen4711", "quuxworks4711"])
      await expect(choose(password), password).rejects.toMatchObject(easy);
    await choose(goodPassword);
  });

  test.each(["register", "signUp"])("%s takes none made of the name of the organization", async (place) => {
    await expect(places[place]?.("quibblewick4711")).rejects.toMatchObject(easy);
  });

  test.each(["register", "signUp", "changePassword", "resetPassword"])("%s asks for 12 characters, and takes 200", async (place) => {
    const { body } = authOperations.find(({ id }) => id === place) as { readonly body?: { readonly validator?: unknown } };
    const complaints = (password: string) => {
      const found = newPlace();
      (body?.validator as typeof newPassword | undefined)?.check({ password }, found);
      return found.errors.filter(({ pointer }) => pointer === "/password");
    };
    for (const length of [12, 200]) expect(complaints("x".repeat(length))).toEqual([]);
    for (const length of [11, 201]) expect(complaints("x".repeat(length))).toHaveLength(1);
  });
});
