import { listTeamMembersOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Skeleton } from "@/components/Skeleton.tsx";

/** How many belong to a team. */
export function TeamSize({ teamId }: { readonly teamId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(listTeamMembersOptions({ query: { "filter[teamId][eq]": teamId, limit: 1, total: true } }));
  if (data === undefined) return <Skeleton className="h-4 w-16" />;
  return t("teams.size", { count: data.total ?? 0 });
}
