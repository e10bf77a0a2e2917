import { getMeOptions, getSetupOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { redirect } from "@tanstack/react-router";
import { queryClient } from "@/api/query-client.ts";
import { safeReturn } from "@/session/safe-return.ts";
import { session } from "@/session/session.ts";

/** For pages behind the sign-in: without a session it leads to the first account or the sign-in, and back here after. */
export async function requireSession(href: string): Promise<void> {
  if (!(await session.restore())) {
    const setup = await queryClient.fetchQuery(getSetupOptions());
    if (setup.firstAccount) throw redirect({ to: "/register" });
    throw redirect({ to: "/sign-in", search: href === "/" ? {} : { next: href } });
  }
  await queryClient.ensureQueryData(getMeOptions());
}

/** For the pages before the sign-in: who has a session does not need them. */
export async function requireNoSession(next: string | undefined): Promise<void> {
  if (await session.restore()) throw redirect({ href: safeReturn(next) });
}
