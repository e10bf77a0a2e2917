import { getOrganizationOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/components/ErrorState.tsx";
import { Page } from "@/components/Page.tsx";
import { PageSkeleton } from "@/components/PageSkeleton.tsx";
import { useMe } from "@/session/use-me.ts";

const sections = [
  { to: "/organization", title: "organization.general", permission: undefined },
  { to: "/organization/members", title: "members.title", permission: undefined },
  { to: "/organization/teams", title: "teams.title", permission: undefined },
  { to: "/organization/roles", title: "roleEditor.title", permission: undefined },
  { to: "/organization/service-tokens", title: "organization.tokens", permission: "auth.tokens.read" },
] as const;

/** The frame of the organization's pages: its name, and the way from one to the other. */
export function OrganizationFrame() {
  const { t } = useTranslation();
  const { permissions } = useMe();
  const { pathname } = useLocation();
  const here = sections.find(({ to }) => to === pathname.replace(/\/$/, ""));
  const organization = useQuery(getOrganizationOptions());
  if (organization.error !== null) return <ErrorState asPage error={organization.error} onRetry={() => void organization.refetch()} />;
  if (organization.data === undefined) return <PageSkeleton />;
  return (
    <Page
      title={organization.data.name}
      called={here && t("organization.part", { part: t(here.title), name: organization.data.name })}
      description={t("organization.text")}
    >
      <nav aria-label={t("organization.sections")} className="-mb-2 flex gap-1 overflow-x-auto border-b">
        {sections
          .filter(({ permission }) => permission === undefined || permissions.includes(permission))
          .map(({ to, title }) => (
            <Link
              key={to}
              to={to}
              activeOptions={{ exact: true, includeSearch: false }}
              className="-mb-px inline-flex h-10 items-center border-b-2 border-transparent px-2 font-medium sm:px-2.5 whitespace-nowrap text-muted -outline-offset-2 hover:text-text"
              activeProps={{ className: "border-accent! text-text!" }}
            >
              {t(title)}
            </Link>
          ))}
      </nav>
      <Outlet />
    </Page>
  );
}
