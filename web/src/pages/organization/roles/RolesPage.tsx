import type { PermissionGrant } from "@sdk/types.gen.ts";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { ErrorState } from "@/components/ErrorState.tsx";
import { ListSkeleton } from "@/components/ListSkeleton.tsx";
import { Panel } from "@/components/Panel.tsx";
import { useMay } from "@/session/use-me.ts";
import { type RoleOption, useRoles } from "../use-roles.ts";
import { DeleteRoleDialog } from "./DeleteRoleDialog.tsx";
import { PermissionTable } from "./PermissionTable.tsx";
import { RoleDialog } from "./RoleDialog.tsx";

type Open = { readonly what: "new" } | { readonly what: "edit" | "delete"; readonly role: RoleOption };

/** What each role allows, in the sentences of the specs; and the roles that the organization makes. */
export function RolesPage() {
  const { t } = useTranslation();
  const mayManage = useMay("organizations.roles");
  const { options, permissions, error, refetch } = useRoles();
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  const known: readonly PermissionGrant[] = permissions ?? [];
  const create = mayManage && (
    <Button look="primary" onClick={() => setOpen({ what: "new" })}>
      <Plus aria-hidden />
      {t("roleEditor.new")}
    </Button>
  );
  return (
    <Panel title={t("roleEditor.title")} actions={create}>
      <p className="border-b px-4 py-3 text-muted">{t("roleEditor.text")}</p>
      {error !== null ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : options === undefined ? (
        <ListSkeleton />
      ) : (
        <PermissionTable
          roles={options}
          permissions={known}
          mayManage={mayManage}
          onEdit={(role) => setOpen({ what: "edit", role })}
          onDelete={(role) => setOpen({ what: "delete", role })}
        />
      )}
      {open?.what === "new" && <RoleDialog permissions={known} onClose={close} />}
      {open?.what === "edit" && <RoleDialog permissions={known} roleId={open.role.id} onClose={close} />}
      {open?.what === "delete" && options !== undefined && <DeleteRoleDialog role={open.role} others={options} onClose={close} />}
    </Panel>
  );
}
