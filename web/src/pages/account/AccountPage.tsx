import { useTranslation } from "react-i18next";
import { Page } from "@/components/Page.tsx";
import { ServiceTokensPanel } from "@/pages/service-tokens/ServiceTokensPanel.tsx";
import { EmailPanel } from "./EmailPanel.tsx";
import { IdentitiesPanel } from "./IdentitiesPanel.tsx";
import { PasskeysPanel } from "./PasskeysPanel.tsx";
import { PasswordPanel } from "./PasswordPanel.tsx";
import { ProfilePanel } from "./ProfilePanel.tsx";
import { SecondFactorPanel } from "./SecondFactorPanel.tsx";
import { SessionsPanel } from "./SessionsPanel.tsx";

/** The person's own account: who they are, and how they sign in. */
export function AccountPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("accountPage.title")} description={t("accountPage.text")}>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          <ProfilePanel />
          <PasswordPanel />
          <PasskeysPanel />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <EmailPanel />
          <SecondFactorPanel />
          <IdentitiesPanel />
          <ServiceTokensPanel of="person" />
        </div>
      </div>
      <SessionsPanel />
    </Page>
  );
}
