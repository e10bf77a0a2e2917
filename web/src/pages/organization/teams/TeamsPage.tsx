import { deleteTeamMutation, listTeamsInfiniteOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { paging } from "@sdk/pages.gen.ts";
import type { Team } from "@sdk/types.gen.ts";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { Plus, UsersRound } from "lucide-react";
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
import { toastProblem } from "@/components/toast-problem.ts";
import { useMay } from "@/session/use-me.ts";
import { TeamDialog } from "./TeamDialog.tsx";
import { TeamMembersDialog } from "./TeamMembersDialog.tsx";
import { TeamSize } from "./TeamSize.tsx";

type Open = { readonly what: "new" } | { readonly what: "edit" | "members" | "delete"; readonly team: Team };

/** The teams, and who belongs to them. */
export function TeamsPage() {
  const { t } = useTranslation();
  const mayManage = useMay("organizations.teams");
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  const teams = useInfiniteQuery({ ...listTeamsInfiniteOptions({ query: { sort: "name" } }), ...paging });
  const remove = useMutation({
    ...deleteTeamMutation(),
    onSuccess: async () => {
      toast.success(t("teams.deleted"));
      await invalidate("listTeams", "listTeamMembers");
    },
    onError: toastProblem,
  });
  const create = mayManage && (
    <Button look="primary" onClick={() => setOpen({ what: "new" })}>
      <Plus aria-hidden />
      {t("teams.new")}
    </Button>
  );
  const list = asLongList(teams);

  return (
    <Panel title={t("teams.title")} actions={list.items?.length !== 0 && create}>
      <ListBody
        list={list}
        empty={
          <EmptyState Icon={UsersRound} title={t("teams.empty.title")} text={t("teams.empty.text")}>
            {create}
          </EmptyState>
        }
      >
        {(items) => (
          <DataTable
            label={t("teams.title")}
            items={items}
            keyOf={(team) => team.id}
            columns={[
              {
                id: "name",
                header: t("teams.name"),
                cell: ({ name, description }) => (
                  <>
                    <span className="font-medium">{name}</span>
                    {description && <span className="line-clamp-1 max-w-xl text-xs text-muted">{description}</span>}
                  </>
                ),
              },
              {
                id: "members",
                header: t("teams.members"),
                cell: (team) => (
                  <Button look="ghost" size="sm" className="-ml-2" onClick={() => setOpen({ what: "members", team })}>
                    <TeamSize teamId={team.id} />
                    <span className="sr-only">{t("teams.membersOf", { name: team.name })}</span>
                  </Button>
                ),
              },
              ...(mayManage
                ? [
                    {
                      id: "actions",
                      header: t("common.actions"),
                      quiet: true,
                      className: "w-0 text-right",
                      cell: (team: Team) => (
                        <RowMenu label={t("members.actionsFor", { name: team.name })}>
                          <MenuItem onSelect={() => setOpen({ what: "members", team })}>{t("teams.choose")}</MenuItem>
                          <MenuItem onSelect={() => setOpen({ what: "edit", team })}>{t("teams.edit")}</MenuItem>
                          <MenuItem danger onSelect={() => setOpen({ what: "delete", team })}>
                            {t("common.delete")}
                          </MenuItem>
                        </RowMenu>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </ListBody>
      {open?.what === "new" && <TeamDialog onClose={close} />}
      {open?.what === "edit" && <TeamDialog team={open.team} onClose={close} />}
      {open?.what === "members" && <TeamMembersDialog team={open.team} mayManage={mayManage} onClose={close} />}
      <ConfirmDialog
        open={open?.what === "delete"}
        onOpenChange={close}
        title={t("teams.deleteAsk.title", { name: open?.what === "delete" ? open.team.name : "" })}
        description={t("teams.deleteAsk.text")}
        action={t("common.delete")}
        onConfirm={() => open?.what === "delete" && remove.mutate({ path: { id: open.team.id } })}
      />
    </Panel>
  );
}
