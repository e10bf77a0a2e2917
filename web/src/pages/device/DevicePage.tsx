import { decideDeviceMutation, lookUpDeviceMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { CircleCheck, CircleX } from "lucide-react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { AuthFrame } from "@/components/AuthFrame.tsx";
import { Button } from "@/components/Button.tsx";
import { Detail } from "@/components/Detail.tsx";
import { Field } from "@/components/Field.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { Time } from "@/components/Time.tsx";
import { useMe } from "@/session/use-me.ts";

const route = getRouteApi("/device");

/** Lets a program without a browser act for the person, or not. */
export function DevicePage() {
  const { t } = useTranslation();
  const { code = "" } = route.useSearch();
  const { user } = useMe();
  const form = useForm<{ userCode: string }>({ defaultValues: { userCode: code } });
  const lookUp = useMutation(lookUpDeviceMutation());
  const decide = useMutation(decideDeviceMutation());
  const userCode = form.getValues("userCode");
  const submit = form.handleSubmit((body) => lookUp.mutate({ body }));
  const { errors } = form.formState;
  const found = lookUp.data;

  if (decide.isSuccess) {
    const approved = decide.variables.body.approve;
    const Icon = approved ? CircleCheck : CircleX;
    return (
      <AuthFrame
        title={t(approved ? "device.approved.title" : "device.denied.title")}
        text={t(approved ? "device.approved.text" : "device.denied.text")}
        below={
          <Link to="/account" className="font-medium text-accent underline underline-offset-2">
            {t("confirmAddress.account")}
          </Link>
        }
      >
        <Icon aria-hidden className={approved ? "size-8 text-ok" : "size-8 text-muted"} />
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={t("device.title")} text={t(found === undefined ? "device.text" : "device.check", { email: user.email })}>
      {found === undefined ? (
        <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
          <Field label={t("device.code")} errors={errors.userCode ? [t("device.codeMissing")] : []}>
            {(wiring) => (
              <Input
                {...wiring}
                autoFocus
                autoComplete="off"
                autoCapitalize="characters"
                maxLength={20}
                className="font-mono tracking-widest uppercase"
                {...form.register("userCode", { required: true })}
              />
            )}
          </Field>
          <FormProblem error={lookUp.error} />
          <Button type="submit" look="primary" className="h-9" busy={lookUp.isPending}>
            {t("device.lookUp")}
          </Button>
        </form>
      ) : (
        <div className="flex flex-col gap-4">
          <dl className="flex flex-col gap-3">
            <Detail label={t("device.client")}>{found.client}</Detail>
            <Detail label={t("device.address")}>{found.address ?? t("device.unknown")}</Detail>
            <Detail label={t("device.asked")}>
              <Time at={found.createdAt} />
            </Detail>
          </dl>
          <p className="text-muted">{t("device.warning")}</p>
          <FormProblem error={decide.error} />
          <div className="flex gap-2">
            <Button
              look="primary"
              className="h-9 flex-1"
              busy={decide.isPending}
              onClick={() => decide.mutate({ body: { userCode, approve: true } })}
            >
              {t("device.approve")}
            </Button>
            <Button
              className="h-9 flex-1"
              disabled={decide.isPending}
              onClick={() => decide.mutate({ body: { userCode, approve: false } })}
            >
              {t("device.deny")}
            </Button>
          </div>
        </div>
      )}
    </AuthFrame>
  );
}
