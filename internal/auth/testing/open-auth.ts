import type { AuthConfig } from "../../../generated/auth/config.gen.ts";
import type { AuthParts, AuthService } from "../../../generated/auth/service.gen.ts";
import type { Context } from "../../core/context/context.ts";
import type { Database } from "../../core/database/database.ts";
import type { TestCore } from "../../core/testing/core.ts";
import type { Provider } from "../providers/provider.ts";
import { Desk, nobody, password } from "./desk.ts";

/** A person who has registered, and is signed in. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  /** Their context in the session that registering opened. */
  readonly ctx: Context;
}

/** The domain on one database, with what goes by mail in the test's hands. */
export interface OpenAuth {
  readonly core: TestCore;
  readonly parts: AuthParts;
  readonly service: AuthService;
  readonly nobody: Context;
  /** A new person, whose address is proven unless told. */
  register(about?: { readonly proven?: boolean }): Promise<Person>;
  /** A person whose address is proven, without the work of registering. */
  person(): Promise<Person>;
  /** The context of an access token. */
  as(accessToken: string | undefined): Context;
  /** Takes up what was asked for by mail, as the consumer does, each thing once. */
  takeUp(): Promise<void>;
  /** The token at the end of the last link that went to an address. */
  linkTo(email: string): string;
  /** Subjects of what went to an address, in order. */
  mailedTo(email: string): string[];
}

let people = 0;
export const goodPassword = "violet-anvil 47 marmalade";

export function openAuth(database: Database, config: Partial<AuthConfig> = {}, providers: readonly Provider[] = []): OpenAuth {
  const desk = new Desk(database, config, providers);
  const { core, parts, service, tools } = desk;
  let takenUp = 0;

  const as = (accessToken: string | undefined): Context => desk.as(accessToken ?? "{}");
  const lettersTo = (email: string) => core.mailed.filter(({ to }) => to === email);
  const linkTo = (email: string): string =>
    /#(\S+)/.exec(lettersTo(email).findLast(({ text }) => text.includes("#"))?.text ?? "")?.[1] ?? "";

  return {
    core,
    parts,
    service,
    nobody,
    as,
    linkTo,
    mailedTo: (email) => lettersTo(email).map(({ subject }) => subject),
    async register({ proven = true } = {}) {
      const email = `person${++people}@example.com`;
      const { body } = await service.register(nobody, { body: { email, password: goodPassword, name: "Ada" } });
      const ctx = as(body.accessToken);
      if (proven) await service.verifyEmail(ctx, { body: { token: linkTo(email) } });
      return { id: body.user.id, email, password: goodPassword, ctx };
    },
    async person() {
      const { email, user, accessToken } = await desk.register();
      await parts.users.update(nobody, user.id, { emailVerifiedAt: core.now().toISOString() });
      return { id: user.id, email, password, ctx: as(accessToken) };
    },
    async takeUp() {
      for (const event of core.appended.slice(takenUp)) {
        takenUp++;
        const { linkRequests, signUps } = tools;
        const answers = { "auth.linkRequest.created": linkRequests, "auth.signUp.created": signUps }[event.type];
        if (answers !== undefined) await database.transact(core.system("auth", ""), (ctx) => answers.answer(ctx, event.aggregate));
      }
    },
  };
}
