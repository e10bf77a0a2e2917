import { getOrganizationOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useMay } from "@/session/use-me.ts";
import { DangerZone } from "./DangerZone.tsx";
import { FeatureList } from "./FeatureList.tsx";
import { RenameForm } from "./RenameForm.tsx";
import { SettingList } from "./SettingList.tsx";

/** What the organization is called and decides for itself, and how to leave or end it. */
export function GeneralPage() {
  const mayWrite = useMay("organizations.write");
  const { data: organization } = useSuspenseQuery(getOrganizationOptions());
  return (
    <>
      {mayWrite && <RenameForm name={organization.name} />}
      <SettingList mayWrite={mayWrite} />
      <FeatureList mayWrite={mayWrite} />
      <DangerZone name={organization.name} />
    </>
  );
}
