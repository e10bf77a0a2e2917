/** What RFC 8176 calls having shown more than one factor. */
export const severalFactors = "mfa";
