import { getMeOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { getMe } from "@sdk/sdk.gen.ts";
import i18next from "i18next";
import { toast } from "sonner";
import { queryClient } from "@/api/query-client.ts";
import { actElsewhere } from "./act-elsewhere.ts";

/** Whether the session acts where the page thinks. If not, the page begins anew where it acts now, and says why. */
export async function staysHere(): Promise<boolean> {
  const before = queryClient.getQueryData(getMeOptions().queryKey);
  if (before === undefined) return true;
  // Not by the fetch of the app, which would renew the session for this as well.
  const { data: now } = await getMe({ fetch: globalThis.fetch });
  if (now === undefined || now.organization.id === before.organization.id) return true;
  toast.info(i18next.t("organizations.lost", { name: before.organization.name }));
  await actElsewhere();
  return false;
}
