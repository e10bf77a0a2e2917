import type { ServiceTokenShown } from "@sdk/types.gen.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { KeySquare, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { invalidate } from "@/api/query-client.ts";
import { Button } from "@/components/Button.tsx";
import { ConfirmDialog } from "@/components/ConfirmDialog.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { ErrorState } from "@/components/ErrorState.tsx";
import { ListSkeleton } from "@/components/ListSkeleton.tsx";
import { Panel } from "@/components/Panel.tsx";
import { Time } from "@/components/Time.tsx";
import { toastProblem } from "@/components/toast-problem.ts";
import { useNow } from "@/format/use-now.ts";
import { useMay } from "@/session/use-me.ts";
import { NewTokenDialog } from "./NewTokenDialog.tsx";
import { type Owner, owners, tokenLists } from "./owners.ts";

/** The service tokens of a person or of the organization: what each may do, until when, and how to end it. */
export function ServiceTokensPanel({ of }: { readonly of: Owner }) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const mayWrite = useMay("auth.tokens.write") || of === "person";
  const tokens = useQuery(owners[of].list());
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<ServiceTokenShown>();
  const revoke = useMutation({
    ...owners[of].revoke(),
    onSuccess: async () => {
      toast.success(t("serviceTokens.revoked"));
      await invalidate(...tokenLists);
    },
    onError: toastProblem,
  });
  return (
    <Panel
      title={t("serviceTokens.title")}
      actions={
        mayWrite && (
          <Button size="sm" onClick={() => setMaking(true)}>
            <Plus aria-hidden />
            {t("serviceTokens.new")}
          </Button>
        )
      }
    >
      <p className="px-4 pt-3 text-muted">{t(owners[of].text)}</p>
      {tokens.error !== null ? (
        <ErrorState error={tokens.error} onRetry={() => void tokens.refetch()} />
      ) : tokens.data === undefined ? (
        <ListSkeleton />
      ) : tokens.data.length === 0 ? (
        <EmptyState Icon={KeySquare} title={t("serviceTokens.empty.title")} text={t("serviceTokens.empty.text")} />
      ) : (
        <ul aria-label={t("serviceTokens.title")} className="mt-2 divide-y">
          {tokens.data.map((token) => (
            <li key={token.id} className="flex items-center gap-3 px-4 py-2">
              <KeySquare aria-hidden className="size-4 shrink-0 text-muted" />
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium">{token.name}</p>
                <p className="text-xs text-muted">
                  <span title={token.permissions.join(", ")}>{t("serviceTokens.allows", { count: token.permissions.length })}</span>
                  {" · "}
                  {Date.parse(token.expiresAt) <= now ? (
                    <span className="text-danger">{t("serviceTokens.ended")}</span>
                  ) : (
                    <>
                      {t("serviceTokens.ends")} <Time at={token.expiresAt} />
                    </>
                  )}
                  {" · "}
                  {token.lastUsedAt === null ? (
                    t("serviceTokens.neverUsed")
                  ) : (
                    <>
                      {t("serviceTokens.used")} <Time at={token.lastUsedAt} />
                    </>
                  )}
                </p>
              </div>
              {mayWrite && (
                <Button size="sm" aria-label={t("serviceTokens.revokeOf", { name: token.name })} onClick={() => setRevoking(token)}>
                  {t("serviceTokens.revoke")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {making && <NewTokenDialog of={of} onClose={() => setMaking(false)} />}
      <ConfirmDialog
        open={revoking !== undefined}
        onOpenChange={(open) => !open && setRevoking(undefined)}
        title={t("serviceTokens.revokeAsk.title", { name: revoking?.name ?? "" })}
        description={t("serviceTokens.revokeAsk.text")}
        action={t("serviceTokens.revoke")}
        onConfirm={() => revoking && revoke.mutate({ path: { id: revoking.id } })}
      />
    </Panel>
  );
}
