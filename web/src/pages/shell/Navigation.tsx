import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe } from "@/session/use-me.ts";
import { places } from "./navigation.ts";

export function Navigation({ onLeave }: { readonly onLeave?: () => void }) {
  const { t } = useTranslation();
  const { permissions } = useMe();
  return (
    <nav aria-label={t("shell.navigation")}>
      <ul className="flex flex-col gap-0.5">
        {places
          .filter(({ permission }) => permission === undefined || permissions.includes(permission))
          .map(({ id, to, Icon }) => (
            <li key={id}>
              <Link
                to={to}
                activeOptions={{ exact: to === "/", includeSearch: false }}
                onClick={onLeave}
                className="flex h-8 items-center gap-2.5 rounded-md px-2.5 font-medium text-muted hover:bg-hover hover:text-text"
                activeProps={{ className: "bg-hover text-text!" }}
              >
                <Icon aria-hidden className="size-4" />
                {t(`places.${id}`)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
