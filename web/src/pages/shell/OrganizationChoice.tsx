import { listOwnOrganizationsOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Building2, Check } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useTranslation } from "react-i18next";
import { MenuItem, menuItemLook } from "@/components/Menu.tsx";
import { useSwitch } from "@/pages/organizations/use-switch.ts";
import { useMe } from "@/session/use-me.ts";

/** More are on the page of all organizations. */
const most = 6;

/** The organizations of the caller, to act in another one. */
export function OrganizationChoice() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { organization } = useMe();
  const { data = [] } = useQuery(listOwnOrganizationsOptions());
  const change = useSwitch();
  const alive = data.filter(({ deletedAt }) => deletedAt === null);
  return (
    <>
      <DropdownMenu.Label className="px-2 py-1 text-xs text-muted">{t("organizations.heading")}</DropdownMenu.Label>
      <DropdownMenu.RadioGroup value={organization.id} onValueChange={(id) => change.mutate({ body: { organization: id } })}>
        {alive.slice(0, most).map(({ id, name }) => (
          <DropdownMenu.RadioItem key={id} value={id} className={`${menuItemLook} max-w-64 cursor-pointer`}>
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <DropdownMenu.ItemIndicator>
              <Check aria-hidden />
            </DropdownMenu.ItemIndicator>
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
      <MenuItem onSelect={() => void navigate({ to: "/organizations" })}>
        <Building2 aria-hidden />
        {t("organizations.all")}
      </MenuItem>
    </>
  );
}
