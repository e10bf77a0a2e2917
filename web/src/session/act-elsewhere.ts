import { queryClient } from "@/api/query-client.ts";
import { router } from "@/router/router.ts";
import { session } from "./session.ts";

/** Goes on in another organization, here and in the other tabs: nothing that was seen in the one before stays. */
export async function actElsewhere(): Promise<void> {
  session.tellMoved();
  await router.navigate({ to: "/" });
  queryClient.removeQueries({ type: "inactive" });
  await queryClient.resetQueries();
}

/** Goes on after the organization that the session acted in is closed to it: the server chooses another. */
export async function moveOn(): Promise<void> {
  await session.renew();
  await actElsewhere();
}
