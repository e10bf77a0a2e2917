import { listOwnOrganizationsOptions, undeleteOrganizationMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Building2, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { invalidate } from "@/api/query-client.ts";
import { Button } from "@/components/Button.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { ErrorState } from "@/components/ErrorState.tsx";
import { ListSkeleton } from "@/components/ListSkeleton.tsx";
import { Page } from "@/components/Page.tsx";
import { Panel } from "@/components/Panel.tsx";
import { toastProblem } from "@/components/toast-problem.ts";
import { formatDate } from "@/format/format.ts";
import { useMe } from "@/session/use-me.ts";
import { NewOrganizationDialog } from "./NewOrganizationDialog.tsx";
import { useSwitch } from "./use-switch.ts";

/** Where the caller belongs: to act elsewhere, to create another organization, to bring back a deleted one. */
export function OrganizationsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [creating, setCreating] = useState(false);
  const own = useQuery(listOwnOrganizationsOptions());
  const change = useSwitch();
  const undelete = useMutation({
    ...undeleteOrganizationMutation(),
    onSuccess: async ({ name }) => {
      toast.success(t("organizations.undeleted", { name }));
      await invalidate("listOwnOrganizations");
    },
    onError: toastProblem,
  });
  const create = (
    <Button look="primary" onClick={() => setCreating(true)}>
      <Plus aria-hidden />
      {t("organizations.new")}
    </Button>
  );
  return (
    <Page title={t("organizations.title")} description={t("organizations.text")} actions={create}>
      <Panel>
        {own.error !== null ? (
          <ErrorState error={own.error} onRetry={() => void own.refetch()} />
        ) : own.data === undefined ? (
          <ListSkeleton />
        ) : own.data.length === 0 ? (
          <EmptyState Icon={Building2} title={t("organizations.title")} text={t("organizations.none")} />
        ) : (
          <ul className="divide-y">
            {own.data.map(({ id, name, deletedAt, purgedAfter }) => (
              <li key={id} className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
                <div className="min-w-0 flex-1 basis-56">
                  <p className="font-medium break-words">{name}</p>
                  {purgedAfter !== null && (
                    <p className="text-xs text-danger">{t("organizations.deleted", { date: formatDate(purgedAfter) })}</p>
                  )}
                </div>
                {deletedAt !== null ? (
                  <Button
                    aria-label={t("organizations.undeleteOf", { name })}
                    busy={undelete.isPending}
                    onClick={() => undelete.mutate({ path: { id } })}
                  >
                    {t("organizations.undelete")}
                  </Button>
                ) : id === me.organization.id ? (
                  <span className="text-muted">{t("organizations.current")}</span>
                ) : (
                  <Button
                    aria-label={t("organizations.switchTo", { name })}
                    busy={change.isPending}
                    onClick={() => change.mutate({ body: { organization: id } })}
                  >
                    {t("organizations.switch")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {creating && <NewOrganizationDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}
