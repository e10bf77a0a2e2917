import { createHash, randomBytes } from "node:crypto";

/** What an invitation's link holds: 256 random bits that mean nothing. */
export function newInvitationToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of it. It is random itself, so a fast hash without a salt is enough. */
export function invitationTokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
