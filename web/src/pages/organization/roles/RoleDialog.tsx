import { getRoleOptions } from "@sdk/@tanstack/react-query.gen.ts";
import type { PermissionGrant } from "@sdk/types.gen.ts";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Dialog } from "@/components/Dialog.tsx";
import { ErrorState } from "@/components/ErrorState.tsx";
import { ListSkeleton } from "@/components/ListSkeleton.tsx";
import { RoleForm } from "./RoleForm.tsx";

interface Props {
  readonly permissions: readonly PermissionGrant[];
  /** A new one unless told. */
  readonly roleId?: string;
  readonly onClose: () => void;
}

/** Makes a role, or changes one as it is now. */
export function RoleDialog({ permissions, roleId, onClose }: Props) {
  const { t } = useTranslation();
  const role = useQuery({ ...getRoleOptions({ path: { id: roleId ?? "" } }), enabled: roleId !== undefined, staleTime: 0, gcTime: 0 });
  const title = roleId === undefined ? t("roleEditor.newTitle") : t("roleEditor.editTitle", { name: role.data?.name ?? "" });
  return (
    <Dialog wide open onOpenChange={(open) => !open && onClose()} title={title}>
      {roleId === undefined ? (
        <RoleForm permissions={permissions} onClose={onClose} />
      ) : role.error !== null ? (
        <ErrorState error={role.error} onRetry={() => void role.refetch()} />
      ) : role.data === undefined ? (
        <ListSkeleton />
      ) : (
        <RoleForm key={role.data.version} permissions={permissions} role={role.data} onClose={onClose} />
      )}
    </Dialog>
  );
}
