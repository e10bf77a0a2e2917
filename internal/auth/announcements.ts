import type { User } from "../../generated/auth/types.gen.ts";
import { databaseAuditLog } from "../core/audit/database-audit-log.ts";
import type { Context } from "../core/context/context.ts";
import { letter } from "../core/mail/letter.ts";
import type { Core } from "../core/modules/domain.ts";
import { actingAs } from "./acting-as.ts";

/** What happens to an account that its owner must hear of, and whoever looks for what went wrong must find. */
const changes = {
  passwordChanged: ["Your password was changed", "The password of your account was changed."],
  passwordReset: [
    "Your password was set anew",
    "The password of your account was set with a link from a mail. All your sessions have ended.",
  ],
  passwordSet: ["Your password was set anew", "An administrator set the password of your account. All your sessions have ended."],
  emailChanged: ["Your e-mail address was changed", "Your account now has the e-mail address {what}. This one is not used any more."],
  passkeyAdded: ["A passkey was added", "The passkey “{what}” was added to your account: whoever holds its device can sign in with it."],
  passkeyRemoved: ["A passkey was removed", "The passkey “{what}” was removed from your account."],
  secondFactorOn: ["Signing in takes a second step now", "From now on, signing in to your account takes a second factor."],
  secondFactorOff: [
    "Signing in takes one step now",
    "The second factor of your account was switched off, and its recovery codes are worth nothing.",
  ],
  secondFactorReset: [
    "Your second factors were taken away",
    "An administrator took every second factor and passkey from your account, and ended its sessions. Set up new ones when you have signed in.",
  ],
  recoveryCodeUsed: ["A recovery code was used", "Somebody signed in to your account with a recovery code. {what} of them are left."],
  recoveryCodesRenewed: ["New recovery codes", "Your account has new recovery codes; those from before are worth nothing."],
  identityLinked: ["Another way to sign in", "Your account can now be signed in to with {what}."],
  identityUnlinked: ["One way less to sign in", "Your account can no longer be signed in to with {what}."],
  serviceTokenMade: [
    "A service token was made",
    "The service token “{what}” was made: whoever has it acts for you, until it ends or is revoked.",
  ],
  deviceLetIn: ["A program was let in", "You let the program “{what}” act for you. It is in the list of your sessions."],
  accountDisabled: [
    "Your account was disabled",
    "An administrator disabled your account. Nobody can sign in to it, its sessions have ended, and its service tokens do nothing until it is opened again.",
  ],
  accountEnabled: ["Your account is open again", "An administrator opened your account again. Sign in as before."],
  accountTakenOver: [
    "Your address was confirmed",
    "This address had never been confirmed. What had been set up before to sign in with, a password or passkeys, does not let anybody in any more.",
  ],
} as const satisfies Readonly<Record<string, readonly [subject: string, text: string]>>;

export type AccountChange = keyof typeof changes;

export interface Announcement {
  /** What the text names: a passkey, an address. */
  readonly what?: string;
  /** Where the mail goes, where that is not the account's address. */
  readonly to?: string;
}

/** Writes a change of an account down, and tells its owner by mail. Joins the transaction of `ctx`: what is rolled back is not told. */
export type Announce = (ctx: Context, user: User, change: AccountChange, about?: Announcement) => Promise<void>;

export function announcements({ database, mailer, address, now }: Pick<Core, "database" | "mailer" | "address" | "now">): Announce {
  const audit = databaseAuditLog(database, now);
  return async (ctx, user, change, { what = "", to = user.email } = {}) => {
    const by = ctx.actor.kind === "anonymous" ? actingAs(ctx, user.id) : ctx;
    await audit.record(by, { operation: change, entity: "auth.User", rowId: user.id, owner: user.id });
    const [subject, text] = changes[change];
    const mail = letter({
      to,
      subject,
      paragraphs: [`Hello ${user.name},`, text.replace("{what}", () => what)],
      action: { label: "Look at your account", url: address("/account") },
      footer:
        "You get this because something changed in how your account is signed in to. If it was not you, reset your password at once, and remove from your account every passkey, token and other way in that you do not know.",
    });
    await mailer.send(ctx, mail);
  };
}
