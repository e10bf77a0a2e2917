import { joinOrganizationMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { Button } from "@/components/Button.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { toastProblem } from "@/components/toast-problem.ts";
import { enter } from "@/session/enter.ts";
import { session } from "@/session/session.ts";
import { forgetInvitation } from "./invitation-token.ts";

interface Props {
  readonly token: string;
  readonly email: string;
  readonly organization: string;
  /** The address of who is signed in. */
  readonly own: string;
}

/** Joins with the account that is signed in, if the invitation is for it. */
export function JoinChoice({ token, email, organization, own }: Props) {
  const { t } = useTranslation();
  const join = useMutation({
    ...joinOrganizationMutation(),
    onSuccess: async (answer) => {
      forgetInvitation();
      toast.success(t("invitation.joined", { organization }));
      session.tellMoved();
      await enter(answer);
    },
  });
  // The page begins anew, for who signs in next; the invitation is kept for this tab.
  const signOut = (): Promise<unknown> => session.end().then(() => location.reload(), toastProblem);
  if (own !== email)
    return (
      <div className="flex flex-col gap-4">
        <p>{t("invitation.wrongAccount", { email, own })}</p>
        <Button onClick={() => void signOut()}>{t("invitation.signOut")}</Button>
      </div>
    );
  return (
    <div className="flex flex-col gap-4">
      <p>{t("invitation.joinAs", { email: own })}</p>
      <FormProblem error={join.error} />
      <Button look="primary" className="h-9" busy={join.isPending} onClick={() => join.mutate({ body: { invitation: token } })}>
        {t("invitation.join", { organization })}
      </Button>
    </div>
  );
}
