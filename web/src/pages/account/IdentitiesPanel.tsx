import {
  beginProviderLinkMutation,
  deleteIdentityMutation,
  listIdentitiesOptions,
  listProvidersOptions,
} from "@sdk/@tanstack/react-query.gen.ts";
import type { Identity } from "@sdk/types.gen.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link2, Unlink } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { asList } from "@/api/as-list.ts";
import { invalidate } from "@/api/query-client.ts";
import { Button } from "@/components/Button.tsx";
import { ConfirmDialog } from "@/components/ConfirmDialog.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { ListBody } from "@/components/ListBody.tsx";
import { Panel } from "@/components/Panel.tsx";
import { toastProblem } from "@/components/toast-problem.ts";
import { keepAttempt } from "@/session/provider-attempt.ts";

/** What the person can sign in from elsewhere with; nothing where nobody can. */
export function IdentitiesPanel() {
  const { t } = useTranslation();
  const providers = useQuery(listProvidersOptions());
  const identities = useQuery(listIdentitiesOptions({ query: { limit: 50 } }));
  const [unlinking, setUnlinking] = useState<Identity>();
  const begin = useMutation({
    ...beginProviderLinkMutation(),
    onSuccess: ({ url }) => {
      keepAttempt({ purpose: "link" });
      location.assign(url);
    },
    onError: toastProblem,
  });
  const unlink = useMutation({
    ...deleteIdentityMutation(),
    onSuccess: async () => {
      toast.success(t("identities.unlinked"));
      await invalidate("listIdentities");
    },
    onError: toastProblem,
  });
  const nameOf = (id: string): string => providers.data?.find((provider) => provider.id === id)?.name ?? id;
  const linked = identities.data?.items ?? [];
  if (providers.data?.length === 0 && linked.length === 0) return null;
  return (
    <Panel
      title={t("identities.title")}
      actions={providers.data
        ?.filter(({ id }) => !linked.some(({ provider }) => provider === id))
        .map(({ id, name }) => (
          <Button key={id} size="sm" busy={begin.isPending} onClick={() => begin.mutate({ path: { provider: id } })}>
            <Link2 aria-hidden />
            {t("identities.link", { name })}
          </Button>
        ))}
    >
      <ListBody
        list={asList(identities)}
        empty={<EmptyState Icon={Link2} title={t("identities.empty.title")} text={t("identities.empty.text")} />}
      >
        {(items) => (
          <ul aria-label={t("identities.title")} className="divide-y">
            {items.map((identity) => (
              <li key={identity.id} className="flex items-center gap-3 px-4 py-2">
                <div className="min-w-0 flex-1">
                  <p className="font-medium">{nameOf(identity.provider)}</p>
                  <p className="text-xs break-all text-muted">{identity.email}</p>
                </div>
                <Button size="sm" onClick={() => setUnlinking(identity)}>
                  <Unlink aria-hidden />
                  {t("identities.unlink")}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </ListBody>
      <ConfirmDialog
        open={unlinking !== undefined}
        onOpenChange={(open) => !open && setUnlinking(undefined)}
        title={t("identities.unlinkAsk.title", { name: nameOf(unlinking?.provider ?? "") })}
        description={t("identities.unlinkAsk.text")}
        action={t("identities.unlink")}
        onConfirm={() => unlinking && unlink.mutate({ path: { id: unlinking.id } })}
      />
    </Panel>
  );
}
