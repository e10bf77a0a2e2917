import { linkIdentity, signInByProvider } from "@sdk/sdk.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { invalidate } from "@/api/query-client.ts";
import { AuthFrame } from "@/components/AuthFrame.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Spinner } from "@/components/Spinner.tsx";
import { keptAttempt } from "@/session/provider-attempt.ts";
import { useEntering } from "@/session/use-entering.ts";
import { SecondStepPage } from "./SecondStepPage.tsx";

/** Where providers send browsers back to: signs in, or links what the person is there to their account. */
export function CallbackPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [{ purpose, next }] = useState(keptAttempt);
  const [query] = useState(() => location.search.slice(1));
  const entering = useEntering(async () => (await signInByProvider({ body: { query, keep: "cookie" }, throwOnError: true })).data, next);
  const link = useMutation({
    mutationFn: async () => (await linkIdentity({ body: { query }, throwOnError: true })).data,
    onSuccess: async () => {
      await invalidate("listIdentities");
      toast.success(t("identities.linked"));
      await navigate({ to: "/account" });
    },
  });
  // What came back works once: it is sent once, however often the page is drawn.
  const sent = useRef(false);
  const send = purpose === "link" ? link.mutate : () => entering.mutate(undefined);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    send();
  });
  if (entering.step !== undefined) {
    return <SecondStepPage step={entering.step} next={next} onBack={() => void navigate({ to: "/sign-in" })} />;
  }
  const error = purpose === "link" ? link.error : entering.error;
  return (
    <AuthFrame
      title={t(error === null ? `callback.${purpose}` : `callback.failed.${purpose}`)}
      text={t(error === null ? "callback.text" : "callback.failed.text")}
      below={
        <Link to={purpose === "link" ? "/account" : "/sign-in"} className="font-medium text-accent underline underline-offset-2">
          {t("callback.back")}
        </Link>
      }
    >
      {error === null ? <Spinner /> : <FormProblem error={error} />}
    </AuthFrame>
  );
}
