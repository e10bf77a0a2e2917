import { listInvitationsInfiniteOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { paging } from "@sdk/pages.gen.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asLongList } from "@/api/as-list.ts";
import { Button } from "@/components/Button.tsx";
import { SearchInput } from "@/components/SearchInput.tsx";
import { useMay } from "@/session/use-me.ts";
import { InvitationList } from "./InvitationList.tsx";
import { InviteDialog } from "./InviteDialog.tsx";
import { MemberList } from "./MemberList.tsx";

const route = getRouteApi("/app/organization/members");

/** Who belongs to the organization, and who is invited. */
export function MembersPage() {
  const { t } = useTranslation();
  const mayManage = useMay("organizations.members");
  const { name } = route.useSearch();
  const navigate = route.useNavigate();
  const [inviting, setInviting] = useState(false);
  const invitations = asLongList(
    useInfiniteQuery({ ...listInvitationsInfiniteOptions({ query: { sort: "-createdAt" } }), ...paging, enabled: mayManage }),
  );
  const filter = (text: string): void => void navigate({ search: { name: text }, replace: true });
  const some = invitations.items !== undefined && invitations.items.length > 0;

  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <SearchInput label={t("members.filter")} value={name ?? ""} onChange={filter} />
        <span className="flex-1" />
        {some && (
          <Button asChild look="ghost">
            <a href="#invitations">{t("invitations.title")}</a>
          </Button>
        )}
        {mayManage && (
          <Button look="primary" onClick={() => setInviting(true)}>
            <UserPlus aria-hidden />
            {t("invitations.invite")}
          </Button>
        )}
      </div>
      <MemberList mayManage={mayManage} name={name} onClear={() => filter("")} />
      {mayManage && (some || invitations.error !== null) && <InvitationList list={invitations} />}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  );
}
