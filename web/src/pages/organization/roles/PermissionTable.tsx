import type { PermissionGrant } from "@sdk/types.gen.ts";
import { Check } from "lucide-react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { MenuItem } from "@/components/Menu.tsx";
import { RowMenu } from "@/components/RowMenu.tsx";
import type { RoleOption } from "../use-roles.ts";
import { byDomain } from "./by-domain.ts";
import { useDomainTitle } from "./use-domain-title.ts";

interface Props {
  readonly roles: readonly RoleOption[];
  readonly permissions: readonly PermissionGrant[];
  readonly mayManage: boolean;
  readonly onEdit: (role: RoleOption) => void;
  readonly onDelete: (role: RoleOption) => void;
}

/** A row for each permission, a column for each role. */
export function PermissionTable({ roles, permissions, mayManage, onEdit, onDelete }: Props) {
  const { t } = useTranslation();
  const titleOf = useDomainTitle();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section tabIndex={0} aria-label={t("roleEditor.table")} className="relative overflow-x-auto -outline-offset-2">
      <table aria-label={t("roleEditor.table")} className="w-full border-collapse text-left">
        <thead>
          <tr className="border-b text-xs text-muted">
            <th scope="col" className="sticky left-0 h-10 min-w-44 bg-raised px-4 font-medium sm:min-w-64">
              {t("roleEditor.permission")}
            </th>
            {roles.map((role) => (
              <th key={role.id} scope="col" className="px-3 text-center font-medium whitespace-nowrap">
                <span className="inline-flex items-center gap-1">
                  {role.name}
                  {mayManage && !role.builtIn && (
                    <RowMenu label={t("roleEditor.actionsFor", { name: role.name })}>
                      <MenuItem onSelect={() => onEdit(role)}>{t("roleEditor.edit")}</MenuItem>
                      <MenuItem danger onSelect={() => onDelete(role)}>
                        {t("common.delete")}
                      </MenuItem>
                    </RowMenu>
                  )}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byDomain(permissions).map(([domain, own]) => (
            <Fragment key={domain}>
              <tr className="border-b bg-panel">
                <th scope="colgroup" colSpan={roles.length + 1} className="h-8 px-4 text-xs font-medium text-muted">
                  {titleOf(domain)}
                </th>
              </tr>
              {own.map((permission) => (
                <tr key={permission.name} className="border-b last:border-0">
                  <th scope="row" className="sticky left-0 bg-raised px-4 py-2 font-normal">
                    {permission.sentence}
                    <span className="block font-mono text-xs text-faint">{permission.name}</span>
                  </th>
                  {roles.map(({ id }) => (
                    <td key={id} className="px-3 text-center">
                      {permission.roles.includes(id) ? (
                        <>
                          <Check aria-hidden className="mx-auto size-4 text-ok" />
                          <span className="sr-only">{t("roleEditor.yes")}</span>
                        </>
                      ) : (
                        <span className="sr-only">{t("roleEditor.no")}</span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
