import { letter } from "../../core/mail/letter.ts";
import type { Mail } from "../../core/mail/mailer.ts";
import type { LinkPurpose } from "./links.ts";

/** The address of a page of the web app. */
type AddressOf = (path: string) => string;

interface Wording {
  readonly subject: string;
  readonly text: string;
  readonly label: string;
  /** The page that takes the token. */
  readonly page: string;
  readonly footer: string;
}

const wordings: Readonly<Record<LinkPurpose, Wording>> = {
  verify_email: {
    subject: "Confirm your e-mail address",
    text: "Please confirm that this address is yours. The link works once, within a day, while you are signed in.",
    label: "Confirm the address",
    page: "/verify-email",
    footer: "You get this because an account was made with your address. If that was not you, do nothing: it stays unconfirmed.",
  },
  change_email: {
    subject: "Confirm your new e-mail address",
    text: "You asked to use this address for your account. The link works once, within an hour, while you are signed in.",
    label: "Use this address",
    page: "/confirm-email",
    footer: "You get this because somebody wants to use your address for their account. If that was not you, do nothing.",
  },
  reset_password: {
    subject: "Set a new password",
    text: "With this link you set a new password. It works once, within a quarter of an hour, and ends all your sessions.",
    label: "Set a new password",
    page: "/reset-password",
    footer: "You get this because somebody asked to reset your password. If that was not you, do nothing: it stays as it is.",
  },
  magic_link: {
    subject: "Your link to sign in",
    text: "This link signs you in, in whatever browser you open it. It works once, within a quarter of an hour.",
    label: "Sign in",
    page: "/magic-link",
    footer:
      "You get this because somebody asked to sign in with your address. If that was not you, do nothing, and show the link to nobody.",
  },
};

/** What brings a link to its person. The token stands behind `#`, which browsers send to no server. */
export function linkLetter(addressOf: AddressOf, purpose: LinkPurpose, to: string, name: string, token: string): Mail {
  const { subject, text, label, page, footer } = wordings[purpose];
  return letter({ to, subject, paragraphs: [`Hello ${name},`, text], action: { label, url: addressOf(`${page}#${token}`) }, footer });
}

/** What goes to an address that somebody wants to change to, and that has an account already: only its owner reads so. */
export function takenLetter(addressOf: AddressOf, to: string): Mail {
  return letter({
    to,
    subject: "Your address has an account already",
    paragraphs: [
      "Somebody asked to use this address for their account. It has an account already, so nothing was changed.",
      "If that was you, sign in with this address, or change the address of that account first.",
    ],
    action: { label: "Sign in", url: addressOf("/sign-in") },
    footer: "You get this because somebody wants to use your address for their account. If that was not you, do nothing.",
  });
}
