import { hash, randomBytes } from "node:crypto";

/** A new secret for a refresh token, a link or a cookie: 256 random bits that mean nothing. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What is kept of such a secret. It is random itself, so a fast hash without a salt is enough. */
export const secretHash = (secret: string): string => hash("sha256", secret, "hex");
