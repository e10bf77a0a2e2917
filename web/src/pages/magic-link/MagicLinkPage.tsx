import { signInByLink } from "@sdk/sdk.gen.ts";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AuthFrame } from "@/components/AuthFrame.tsx";
import { Button } from "@/components/Button.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { SecondStepPage } from "@/pages/sign-in/SecondStepPage.tsx";
import { linkToken } from "@/session/link-token.ts";
import { useEntering } from "@/session/use-entering.ts";

/** Signs in with the link from a mail, when somebody presses the button: programs that look into mail open links, too. */
export function MagicLinkPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [token] = useState(() => linkToken(location.hash));
  const entering = useEntering(async () => (await signInByLink({ body: { token, keep: "cookie" }, throwOnError: true })).data, undefined);
  if (entering.step !== undefined) {
    return <SecondStepPage step={entering.step} next={undefined} onBack={() => void navigate({ to: "/sign-in" })} />;
  }
  return (
    <AuthFrame
      title={t("magicLink.arrived.title")}
      text={t(token === "" ? "linkProblem" : "magicLink.arrived.text")}
      below={
        <Link to="/sign-in/link" className="font-medium text-accent underline underline-offset-2">
          {t("magicLink.arrived.another")}
        </Link>
      }
    >
      {token !== "" && (
        <div className="flex flex-col gap-4">
          <FormProblem error={entering.error} />
          <Button look="primary" className="h-9" autoFocus busy={entering.isPending} onClick={() => entering.mutate(undefined)}>
            {t("signIn.action")}
          </Button>
        </div>
      )}
    </AuthFrame>
  );
}
