import type { SignUp, User } from "../../../generated/auth/types.gen.ts";
import { letter } from "../../core/mail/letter.ts";
import type { Mail } from "../../core/mail/mailer.ts";

type AddressOf = (path: string) => string;

/** What brings the link to whoever asked for an account. The token stands behind `#`, which browsers send to no server. */
export function signUpLetter(addressOf: AddressOf, { email, name }: SignUp, token: string): Mail {
  return letter({
    to: email,
    subject: "Finish your account",
    paragraphs: [
      `Hello ${name},`,
      "Your account is made when you open this link and give the password that you chose. The link works once, within an hour.",
    ],
    action: { label: "Finish the account", url: addressOf(`/finish-account#${token}`) },
    footer: "You get this because somebody asked for an account with your address. If that was not you, do nothing: there will be none.",
  });
}

/** What goes to an address that has an account already: only its owner reads so. */
export function hasAccountLetter(addressOf: AddressOf, { email, name }: User): Mail {
  return letter({
    to: email,
    subject: "You have an account already",
    paragraphs: [
      `Hello ${name},`,
      "Somebody asked for an account with this address. It has one already, so nothing was changed.",
      `If that was you, sign in. If you have forgotten your password, ask for another one: ${addressOf("/forgotten-password")}`,
    ],
    action: { label: "Sign in", url: addressOf("/sign-in") },
    footer: "You get this because somebody asked for an account with your address. If that was not you, do nothing.",
  });
}
