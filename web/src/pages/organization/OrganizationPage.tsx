import { getOrganizationOptions, listMembershipsInfiniteOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { paging } from "@sdk/pages.gen.ts";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useTranslation } from "react-i18next";
import { asLongList } from "@/api/as-list.ts";
import { DataTable } from "@/components/DataTable.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { ErrorState } from "@/components/ErrorState.tsx";
import { ListBody } from "@/components/ListBody.tsx";
import { Page } from "@/components/Page.tsx";
import { PageSkeleton } from "@/components/PageSkeleton.tsx";
import { Panel } from "@/components/Panel.tsx";
import { Time } from "@/components/Time.tsx";
import { useMay, useMe } from "@/session/use-me.ts";
import { RenameForm } from "./RenameForm.tsx";

export function OrganizationPage() {
  const { t } = useTranslation();
  const me = useMe();
  const mayWrite = useMay("organizations.write");
  const organization = useQuery(getOrganizationOptions());
  const members = useInfiniteQuery({ ...listMembershipsInfiniteOptions({ query: { sort: "name" } }), ...paging });
  if (organization.error !== null) return <ErrorState asPage error={organization.error} onRetry={() => void organization.refetch()} />;
  if (organization.data === undefined) return <PageSkeleton />;
  return (
    <Page title={organization.data.name} description={t("organization.text")}>
      {mayWrite && <RenameForm name={organization.data.name} />}
      <Panel title={t("organization.members")}>
        <ListBody
          list={asLongList(members)}
          empty={<EmptyState Icon={Users} title={t("organization.empty.title")} text={t("organization.empty.text")} />}
        >
          {(items) => (
            <DataTable
              label={t("organization.members")}
              items={items}
              keyOf={(member) => member.id}
              columns={[
                {
                  id: "name",
                  header: t("account.name"),
                  cell: (member) => (
                    <>
                      <span className="font-medium">{member.name}</span>
                      {member.userId === me.user.id && <span className="ml-1.5 text-muted">{t("organization.you")}</span>}
                      <span className="block text-xs break-all text-muted">{member.email}</span>
                    </>
                  ),
                },
                {
                  id: "roles",
                  header: t("organization.roles"),
                  cell: (member) => member.roles.map((role) => t(`roles.${role}`)).join(", "),
                },
                { id: "since", header: t("organization.since"), className: "text-muted", cell: (member) => <Time at={member.createdAt} /> },
              ]}
            />
          )}
        </ListBody>
      </Panel>
    </Page>
  );
}
