import { useMay } from "@/session/use-me.ts";
import { InvitationList } from "./InvitationList.tsx";
import { MemberList } from "./MemberList.tsx";

/** Who belongs to the organization, and who is invited. */
export function MembersPage() {
  const mayManage = useMay("organizations.members");
  return (
    <>
      <MemberList mayManage={mayManage} />
      {mayManage && <InvitationList />}
    </>
  );
}
