import { getMe, lookUpInvitation } from "@sdk/sdk.gen.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "@/api/problem.ts";
import { problemText } from "@/api/problem-text.ts";
import { AuthFrame } from "@/components/AuthFrame.tsx";
import { Button } from "@/components/Button.tsx";
import { PageSkeleton } from "@/components/PageSkeleton.tsx";
import { session } from "@/session/session.ts";
import { InvitedForm } from "./InvitedForm.tsx";
import { invitationToken } from "./invitation-token.ts";
import { JoinChoice } from "./JoinChoice.tsx";

/** What the link of an invitation opens: joining with the account that is signed in, or with a new one. */
export function InvitationPage() {
  const { t } = useTranslation();
  const [token] = useState(invitationToken);
  const invitation = useQuery({
    queryKey: ["invitation", token],
    queryFn: async () => (await lookUpInvitation({ body: { token: token ?? "none" }, throwOnError: true })).data,
    retry: false,
  });
  // Not by the query of the app: without a session that would send its owner to the sign-in.
  const me = useQuery({
    queryKey: ["invitation", "me"],
    queryFn: async () => (session.restore() ? ((await getMe()).data ?? null) : null),
    retry: false,
  });

  if (invitation.error !== null) {
    const { detail } = problemText(asProblem(invitation.error), t);
    return (
      <AuthFrame title={t("invitation.invalidTitle")} text={detail}>
        <Button asChild>
          <Link to="/">{t("invitation.home")}</Link>
        </Button>
      </AuthFrame>
    );
  }
  if (invitation.data === undefined || me.data === undefined || token === undefined) return <PageSkeleton />;
  const { organization, email, invitedBy } = invitation.data;
  return (
    <AuthFrame
      title={t("invitation.title")}
      text={t("invitation.text", { organization, invitedBy })}
      below={
        me.data === null && (
          <>
            {t("invitation.haveAccount")}{" "}
            <Link to="/sign-in" search={{ next: "/invitation" }} className="font-medium text-accent underline underline-offset-2">
              {t("invitation.signIn")}
            </Link>
          </>
        )
      }
    >
      {me.data === null ? (
        <InvitedForm token={token} email={email} />
      ) : (
        <JoinChoice token={token} email={email} organization={organization} own={me.data.user.email} />
      )}
    </AuthFrame>
  );
}
