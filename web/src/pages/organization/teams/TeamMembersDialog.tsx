import {
  addTeamMemberMutation,
  listMembershipsInfiniteOptions,
  listTeamMembersOptions,
  removeTeamMemberMutation,
} from "@sdk/@tanstack/react-query.gen.ts";
import { paging } from "@sdk/pages.gen.ts";
import type { Team } from "@sdk/types.gen.ts";
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
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
  const shown = members.data?.pages.flatMap(({ items }) => items) ?? [];
  const inside = useQuery({
    ...listTeamMembersOptions({
      query: { "filter[teamId][eq]": team.id, "filter[membershipId][in]": shown.slice(0, 100).map(({ id }) => id), limit: 200 },
    }),
    enabled: shown.length > 0,
    placeholderData: keepPreviousData,
  });
  const belongs = new Set(inside.data?.items.map(({ membershipId }) => membershipId));
  const settled = { onError: toastProblem, onSettled: () => invalidate("listTeamMembers") };
  const add = useMutation({ ...addTeamMemberMutation(), ...settled });
  const remove = useMutation({ ...removeTeamMemberMutation(), ...settled });

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("teams.membersOf", { name: team.name })}>
      <div className="flex flex-col gap-4">
        <SearchInput label={t("members.filter")} value={name} onChange={setName} />
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
                    checked={belongs.has(member.id)}
                    disabled={!mayManage || inside.data === undefined || add.isPending || remove.isPending}
                    onChange={(checked) => (checked ? add : remove).mutate({ path: { id: team.id, memberId: member.id } })}
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
