import { useNavigate } from "@tanstack/react-router";
import { Check, ChevronsUpDown, CircleUser, LogOut, Monitor, Moon, Sun } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useTranslation } from "react-i18next";
import { Menu, MenuItem, menuItemLook } from "@/components/Menu.tsx";
import { toastProblem } from "@/components/toast-problem.ts";
import { session } from "@/session/session.ts";
import { useMe } from "@/session/use-me.ts";
import { setTheme, type Theme, themes, useTheme } from "@/theme/theme.ts";
import { OrganizationChoice } from "./OrganizationChoice.tsx";

const icons = { system: Monitor, light: Sun, dark: Moon } as const;

/** Who is signed in; the theme, and the way out. */
export function ProfileMenu() {
  const { t } = useTranslation();
  const { user, organization } = useMe();
  const theme = useTheme();
  const navigate = useNavigate();
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className="flex w-full items-center gap-2.5 rounded-md p-2 text-left hover:bg-hover">
          <span
            aria-hidden
            className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent"
          >
            {user.name.trim().slice(0, 1).toUpperCase()}
          </span>
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">{user.name}</span>
            <span className="block truncate text-xs text-muted">{organization.name}</span>
            <span className="sr-only">{t("profile.open")}</span>
          </span>
          <ChevronsUpDown aria-hidden className="size-4 text-faint" />
        </button>
      }
    >
      <DropdownMenu.Label className="px-2 py-1.5 text-xs break-all text-muted">{user.email}</DropdownMenu.Label>
      <DropdownMenu.Separator className="my-1 border-t" />
      <OrganizationChoice />
      <DropdownMenu.Separator className="my-1 border-t" />
      <DropdownMenu.Label className="px-2 py-1 text-xs text-muted">{t("profile.theme")}</DropdownMenu.Label>
      <DropdownMenu.RadioGroup value={theme} onValueChange={(value) => setTheme(value as Theme)}>
        {themes.map((choice) => {
          const Icon = icons[choice];
          return (
            <DropdownMenu.RadioItem key={choice} value={choice} className={`${menuItemLook} cursor-pointer`}>
              <Icon aria-hidden />
              <span className="flex-1">{t(`profile.themes.${choice}`)}</span>
              <DropdownMenu.ItemIndicator>
                <Check aria-hidden />
              </DropdownMenu.ItemIndicator>
            </DropdownMenu.RadioItem>
          );
        })}
      </DropdownMenu.RadioGroup>
      <DropdownMenu.Separator className="my-1 border-t" />
      <MenuItem onSelect={() => void navigate({ to: "/account" })}>
        <CircleUser aria-hidden />
        {t("accountPage.title")}
      </MenuItem>
      <MenuItem onSelect={() => void session.end().catch(toastProblem)}>
        <LogOut aria-hidden />
        {t("profile.signOut")}
      </MenuItem>
    </Menu>
  );
}
