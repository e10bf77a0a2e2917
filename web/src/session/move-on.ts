import { queryClient } from "@/api/query-client.ts";
import { router } from "@/router/router.ts";
import { session } from "./session.ts";

/** Goes on after the organization that the session acted in is closed to it: the server chooses another, and nothing of the old one stays. */
export async function moveOn(): Promise<void> {
  queryClient.clear();
  await session.renew();
  await router.navigate({ to: "/" });
  await router.invalidate();
}
