import { createHash, randomBytes } from "node:crypto";

/** A new refresh token: 256 random bits that mean nothing. */
export function newRefreshToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a refresh token. It is random itself, so a fast hash without a salt is enough. */
export function refreshTokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
