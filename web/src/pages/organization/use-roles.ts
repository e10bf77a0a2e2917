import { listPermissionsOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMe } from "@/session/use-me.ts";

/** A role as people choose it. */
export interface RoleOption {
  readonly id: string;
  readonly name: string;
  readonly builtIn: boolean;
  /** Why the caller cannot give it; undefined when they can. */
  readonly refusal: string | undefined;
}

/** The roles of the organization, with the names that people read, and what the caller may give. The server decides again. */
export function useRoles() {
  const { t, i18n } = useTranslation();
  const { roles: own } = useMe();
  const { data, error, refetch } = useQuery(listPermissionsOptions());
  const nameOf = (id: string): string => {
    const known = data?.roles.find((role) => role.id === id);
    if (known?.builtIn === false) return known.name;
    const key = `roles.${id}`;
    return i18n.exists(key) ? String(t(key as "roles.owner")) : (known?.name ?? id);
  };
  const refusal = (id: string): string | undefined => {
    if (id === "owner" && !own.includes("owner")) return t("roleChoice.ownerOnly");
    return data?.permissions.some(({ roles, held }) => roles.includes(id) && !held) === true ? t("roleChoice.notYours") : undefined;
  };
  const options: readonly RoleOption[] | undefined = data?.roles.map(({ id, builtIn }) => ({
    ...{ id, builtIn },
    name: nameOf(id),
    refusal: refusal(id),
  }));
  return { options, permissions: data?.permissions, nameOf, error, refetch };
}
