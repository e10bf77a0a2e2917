import { letter } from "../core/mail/letter.ts";
import type { Mail } from "../core/mail/mailer.ts";

export interface InvitationLetter {
  readonly to: string;
  readonly organization: string;
  readonly invitedBy: string;
  readonly url: string;
  readonly days: number;
}

/** The message that invites somebody to an organization. */
export function invitationLetter({ to, organization, invitedBy, url, days }: InvitationLetter): Mail {
  return letter({
    to,
    subject: `${invitedBy} invites you to ${organization}`,
    paragraphs: [
      `${invitedBy} invites you to join the organization ${organization}.`,
      `The link works once, for ${days === 1 ? "one day" : `${days} days`}.`,
    ],
    action: { label: "Accept the invitation", url },
    footer: "If you do not know who this is, leave this message alone: nothing happens without you.",
  });
}
