import { getMeOptions, getSetupOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { redirect } from "@tanstack/react-router";
import { asProblem } from "@/api/problem.ts";
import { queryClient } from "@/api/query-client.ts";
import { safeReturn } from "@/session/safe-return.ts";
import { session } from "@/session/session.ts";

/** For pages behind the sign-in: without a session it leads to the first account or the sign-in, and back here after. */
export async function requireSession(href: string): Promise<void> {
  if (await isSignedIn()) return;
  const setup = await queryClient.fetchQuery(getSetupOptions());
  if (setup.firstAccount) throw redirect({ to: "/register" });
  throw redirect({ to: "/sign-in", search: href === "/" ? {} : { next: href } });
}

/** For the pages before the sign-in: who has a session does not need them. */
export async function requireNoSession(next: string | undefined): Promise<void> {
  if (await isSignedIn()) throw redirect({ href: safeReturn(next) });
}

/** Whether the server knows the session of this browser; who signed in is loaded then. Throws when it cannot be reached. */
async function isSignedIn(): Promise<boolean> {
  if (!session.restore()) return false;
  try {
    await queryClient.ensureQueryData(getMeOptions());
    return true;
  } catch (error) {
    if (asProblem(error).status === 401) return false;
    throw error;
  }
}
