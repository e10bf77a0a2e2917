import { listMembershipsInfiniteOptions, listTeamMembersOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { paging } from "@sdk/pages.gen.ts";
import { addTeamMember, removeTeamMember } from "@sdk/sdk.gen.ts";
import type { Team } from "@sdk/types.gen.ts";
import { keepPreviousData, useInfiniteQuery, useMutation, useQueries } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asLongList } from "@/api/as-list.ts";
import { invalidate } from "@/api/query-client.ts";
import { Checkbox } from "@/components/Checkbox.tsx";
import { Dialog } from "@/components/Dialog.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { ListBody } from "@/components/ListBody.tsx";
import { SearchInput } from "@/components/SearchInput.tsx";
import { toastProblem } from "@/components/toast-problem.ts";

interface Props {
  readonly team: Team;
  readonly mayManage: boolean;
  readonly onClose: () => void;
}

/** Who belongs to a team: each tick is kept at once. */
export function TeamMembersDialog({ team, mayManage, onClose }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const query = { sort: "name" as const, ...(name === "" ? {} : { "filter[name][contains]": name }) };
  const members = useInfiniteQuery({ ...listMembershipsInfiniteOptions({ query }), ...paging, placeholderData: keepPreviousData });
  // Asked a page at a time: a question names so many members at the most.
  const inside = useQueries({
    queries: (members.data?.pages ?? []).map(({ items }) => ({
      ...listTeamMembersOptions({
        query: { "filter[teamId][eq]": team.id, "filter[membershipId][in]": items.map(({ id }) => id), limit: 200 },
      }),
      enabled: items.length > 0,
    })),
  });
  const belongs = new Set(inside.flatMap(({ data }) => data?.items ?? []).map(({ membershipId }) => membershipId));
  const known = inside.every(({ isPending, fetchStatus }) => !isPending || fetchStatus === "idle");
  /** What was ticked and is not answered yet. */
  const [ticked, setTicked] = useState<Readonly<Record<string, boolean>>>({});
  const change = useMutation({
    mutationFn: async ({ memberId, member }: { readonly memberId: string; readonly member: boolean }) => {
      await (member ? addTeamMember : removeTeamMember)({ path: { id: team.id, memberId }, throwOnError: true });
    },
    onMutate: ({ memberId, member }) => setTicked((all) => ({ ...all, [memberId]: member })),
    onError: toastProblem,
    onSettled: async (_data, _error, { memberId }) => {
      await invalidate("listTeamMembers");
      setTicked(({ [memberId]: _answered, ...others }) => others);
    },
  });

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("teams.membersOf", { name: team.name })}>
      <div className="flex flex-col gap-4">
        <SearchInput full label={t("members.filter")} value={name} onChange={setName} />
        <ListBody
          list={asLongList(members)}
          empty={<EmptyState Icon={Users} title={t("common.noMatch.title")} text={t("common.noMatch.text", { text: name })} />}
        >
          {(items) => (
            <ul className="flex flex-col gap-3">
              {items.map((member) => (
                <li key={member.id}>
                  <Checkbox
                    label={member.name}
                    help={member.email}
                    checked={ticked[member.id] ?? belongs.has(member.id)}
                    disabled={!mayManage || !known}
                    onChange={(checked) => change.mutate({ memberId: member.id, member: checked })}
                  />
                </li>
              ))}
            </ul>
          )}
        </ListBody>
      </div>
    </Dialog>
  );
}
