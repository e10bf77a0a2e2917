import { beginProviderSignInMutation, listProvidersOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { KeyRound, LogIn, Mail } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { enterByPasskey, passkeysWork } from "@/session/passkeys.ts";
import { keepAttempt } from "@/session/provider-attempt.ts";
import { useEntering } from "@/session/use-entering.ts";

/** Ways to sign in without a password. */
export function OtherWays({ next }: { readonly next: string | undefined }) {
  const { t } = useTranslation();
  const providers = useQuery(listProvidersOptions());
  const passkey = useEntering(enterByPasskey, next);
  const begin = useMutation({
    ...beginProviderSignInMutation(),
    onSuccess: ({ url }) => {
      keepAttempt({ purpose: "sign-in", next });
      location.assign(url);
    },
  });
  return (
    <>
      <div className="my-5 flex items-center gap-3 text-xs text-muted">
        <span className="h-px flex-1 bg-line" />
        {t("signIn.or")}
        <span className="h-px flex-1 bg-line" />
      </div>
      <div className="flex flex-col gap-2">
        {passkeysWork() && (
          <Button className="h-9" busy={passkey.isPending} onClick={() => passkey.mutate(undefined)}>
            <KeyRound aria-hidden />
            {t("signIn.passkey")}
          </Button>
        )}
        {providers.data?.map(({ id, name }) => (
          <Button key={id} className="h-9" busy={begin.isPending} onClick={() => begin.mutate({ path: { provider: id } })}>
            <LogIn aria-hidden />
            {t("signIn.provider", { name })}
          </Button>
        ))}
        <Button asChild className="h-9">
          <Link to="/sign-in/link">
            <Mail aria-hidden />
            {t("signIn.link")}
          </Link>
        </Button>
        <FormProblem error={passkey.error ?? begin.error} />
      </div>
    </>
  );
}
