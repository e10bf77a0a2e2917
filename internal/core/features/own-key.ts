/** Under what the features table keeps what an organization says of itself: no id looks like this. */
export const ownKey = (organization: string): string => `${organization}/own`;
