import { confirmEmail, verifyEmail } from "@sdk/sdk.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { queryClient } from "@/api/query-client.ts";
import { AuthFrame } from "@/components/AuthFrame.tsx";
import { Button } from "@/components/Button.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { linkToken } from "@/session/link-token.ts";
import { session } from "@/session/session.ts";

const confirms = { verify: verifyEmail, change: confirmEmail } as const;

/** Confirms an address with the link that went there, in the session of its account. */
function ConfirmAddressPage({ about }: { readonly about: keyof typeof confirms }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [token] = useState(() => linkToken(location.hash));
  const confirm = useMutation({
    mutationFn: async () => (await confirms[about]({ body: { token }, throwOnError: true })).data,
    onSuccess: async ({ email }) => {
      toast.success(t("confirmAddress.done", { email }));
      // Organizations that ask for a confirmed address are open now.
      await session.renew();
      queryClient.clear();
      await navigate({ to: "/account" });
    },
  });
  return (
    <AuthFrame
      title={t(`confirmAddress.${about}.title`)}
      text={t(token === "" ? "linkProblem" : `confirmAddress.${about}.text`)}
      below={
        <Link to="/account" className="font-medium text-accent underline underline-offset-2">
          {t("confirmAddress.account")}
        </Link>
      }
    >
      {token !== "" && (
        <div className="flex flex-col gap-4">
          <FormProblem error={confirm.error} />
          <Button look="primary" className="h-9" autoFocus busy={confirm.isPending} onClick={() => confirm.mutate()}>
            {t("confirmAddress.action")}
          </Button>
        </div>
      )}
    </AuthFrame>
  );
}

export const VerifyEmailPage = () => <ConfirmAddressPage about="verify" />;

export const ConfirmEmailPage = () => <ConfirmAddressPage about="change" />;
