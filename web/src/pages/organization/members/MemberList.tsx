import { deleteMembershipMutation, listMembershipsInfiniteOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { paging } from "@sdk/pages.gen.ts";
import type { Membership } from "@sdk/types.gen.ts";
import { keepPreviousData, useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { asLongList } from "@/api/as-list.ts";
import { invalidate } from "@/api/query-client.ts";
import { Button } from "@/components/Button.tsx";
import { ConfirmDialog } from "@/components/ConfirmDialog.tsx";
import { DataTable } from "@/components/DataTable.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { ListBody } from "@/components/ListBody.tsx";
import { MenuItem } from "@/components/Menu.tsx";
import { Panel } from "@/components/Panel.tsx";
import { RowMenu } from "@/components/RowMenu.tsx";
import { Time } from "@/components/Time.tsx";
import { toastProblem } from "@/components/toast-problem.ts";
import { useMe } from "@/session/use-me.ts";
import { useRoles } from "../use-roles.ts";
import { MemberRolesDialog } from "./MemberRolesDialog.tsx";

interface Props {
  readonly mayManage: boolean;
  /** What their names hold; undefined shows all. */
  readonly name: string | undefined;
  /** Takes the filter away. */
  readonly onClear: () => void;
}

/** The members with their roles. */
export function MemberList({ mayManage, name, onClear }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const { nameOf } = useRoles();
  const [changing, setChanging] = useState<Membership>();
  const [removing, setRemoving] = useState<Membership>();
  const query = { sort: "name" as const, ...(name === undefined ? {} : { "filter[name][contains]": name }) };
  const members = useInfiniteQuery({ ...listMembershipsInfiniteOptions({ query }), ...paging, placeholderData: keepPreviousData });
  const remove = useMutation({
    ...deleteMembershipMutation(),
    onSuccess: () => invalidate("listMemberships", "listTeamMembers"),
    onError: toastProblem,
  });

  return (
    <>
      <Panel title={t("members.title")}>
        <ListBody
          list={asLongList(members)}
          empty={
            name === undefined ? (
              <EmptyState Icon={Users} title={t("members.empty.title")} text={t("members.empty.text")} />
            ) : (
              <EmptyState Icon={Users} title={t("common.noMatch.title")} text={t("common.noMatch.text", { text: name })}>
                <Button onClick={onClear}>{t("common.clearFilter")}</Button>
              </EmptyState>
            )
          }
        >
          {(items) => (
            <DataTable
              label={t("members.title")}
              items={items}
              keyOf={(member) => member.id}
              columns={[
                {
                  id: "name",
                  header: t("members.name"),
                  cell: (member) => (
                    <>
                      <span className="font-medium wrap-anywhere">{member.name}</span>
                      {member.userId === me.user.id && <span className="ml-1.5 text-muted">{t("members.you")}</span>}
                      <span className="block text-xs break-all text-muted">{member.email}</span>
                    </>
                  ),
                },
                { id: "roles", header: t("members.roles"), cell: (member) => member.roles.map(nameOf).join(", ") },
                {
                  id: "since",
                  header: t("members.since"),
                  className: "text-muted max-sm:hidden",
                  cell: (member) => <Time at={member.createdAt} />,
                },
                ...(mayManage
                  ? [
                      {
                        id: "actions",
                        header: t("common.actions"),
                        quiet: true,
                        className: "w-0 text-right",
                        cell: (member: Membership) => (
                          <RowMenu label={t("members.actionsFor", { name: member.name })}>
                            <MenuItem onSelect={() => setChanging(member)}>{t("members.changeRoles")}</MenuItem>
                            {member.userId !== me.user.id && (
                              <MenuItem danger onSelect={() => setRemoving(member)}>
                                {t("members.remove")}
                              </MenuItem>
                            )}
                          </RowMenu>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )}
        </ListBody>
      </Panel>
      {changing && <MemberRolesDialog member={changing} onClose={() => setChanging(undefined)} />}
      {removing && (
        <ConfirmDialog
          open
          onOpenChange={() => setRemoving(undefined)}
          title={t("members.removeAsk.title", { name: removing.name })}
          description={t("members.removeAsk.text")}
          action={t("members.remove")}
          onConfirm={() =>
            remove.mutate(
              { path: { id: removing.id } },
              { onSuccess: () => void toast.success(t("members.removed", { name: removing.name })) },
            )
          }
        />
      )}
    </>
  );
}
