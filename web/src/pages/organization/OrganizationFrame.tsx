import { getOrganizationOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/components/ErrorState.tsx";
import { Page } from "@/components/Page.tsx";
import { PageSkeleton } from "@/components/PageSkeleton.tsx";

const sections = [
  { to: "/organization", title: "organization.general" },
  { to: "/organization/members", title: "members.title" },
  { to: "/organization/teams", title: "teams.title" },
  { to: "/organization/roles", title: "roleEditor.title" },
] as const;

/** The frame of the organization's pages: its name, and the way from one to the other. */
export function OrganizationFrame() {
  const { t } = useTranslation();
  const organization = useQuery(getOrganizationOptions());
  if (organization.error !== null) return <ErrorState asPage error={organization.error} onRetry={() => void organization.refetch()} />;
  if (organization.data === undefined) return <PageSkeleton />;
  return (
    <Page title={organization.data.name} description={t("organization.text")}>
      <nav aria-label={t("organization.sections")} className="-mb-2 flex gap-1 overflow-x-auto border-b">
        {sections.map(({ to, title }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: true, includeSearch: false }}
            className="-mb-px inline-flex h-10 items-center border-b-2 border-transparent px-2.5 font-medium whitespace-nowrap text-muted -outline-offset-2 hover:text-text"
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
