import type { SignedIn } from "@sdk/types.gen.ts";
import { queryClient } from "@/api/query-client.ts";
import { router } from "@/router/router.ts";
import { safeReturn } from "./safe-return.ts";
import { session } from "./session.ts";

/** Goes on with a fresh session: nothing that another account saw stays. */
export async function enter(answer: SignedIn, next?: string): Promise<void> {
  queryClient.clear();
  session.accept(answer);
  await router.navigate({ href: safeReturn(next) });
}
