import {
  createOrganizationServiceTokenMutation,
  createServiceTokenMutation,
  listOrganizationServiceTokensOptions,
  listServiceTokensOptions,
  revokeOrganizationServiceTokenMutation,
  revokeServiceTokenMutation,
} from "@sdk/@tanstack/react-query.gen.ts";

/** For whom a token speaks, and the operations on theirs. */
export const owners = {
  person: {
    text: "serviceTokens.ofPerson",
    list: listServiceTokensOptions,
    create: createServiceTokenMutation,
    revoke: revokeServiceTokenMutation,
  },
  organization: {
    text: "serviceTokens.ofOrganization",
    list: listOrganizationServiceTokensOptions,
    create: createOrganizationServiceTokenMutation,
    revoke: revokeOrganizationServiceTokenMutation,
  },
} as const;

export type Owner = keyof typeof owners;

/** The lists that a change of tokens makes old. */
export const tokenLists = ["listServiceTokens", "listOrganizationServiceTokens"] as const;
