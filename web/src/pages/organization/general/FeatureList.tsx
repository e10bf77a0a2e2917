import { listFeaturesOptions, listFeaturesQueryKey, switchFeatureMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Checkbox } from "@/components/Checkbox.tsx";
import { ErrorState } from "@/components/ErrorState.tsx";
import { ListSkeleton } from "@/components/ListSkeleton.tsx";
import { Panel } from "@/components/Panel.tsx";
import { toastProblem } from "@/components/toast-problem.ts";

/** The features and optional domains that an organization can switch for itself. */
export function FeatureList({ mayWrite }: { readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const features = useQuery(listFeaturesOptions());
  const change = useMutation({
    ...switchFeatureMutation(),
    onSettled: () => queries.invalidateQueries({ queryKey: listFeaturesQueryKey() }),
    onError: toastProblem,
  });
  if (features.data?.length === 0) return null;
  return (
    <Panel title={t("features.title")}>
      {features.error !== null ? (
        <ErrorState error={features.error} onRetry={() => void features.refetch()} />
      ) : features.data === undefined ? (
        <ListSkeleton />
      ) : (
        <div className="flex flex-col gap-3 p-4">
          {features.data.map(({ name, given, enabled }) => (
            <Checkbox
              key={name}
              label={name.includes(".") ? name : t("features.domain", { name })}
              help={given ? undefined : t("features.notGiven")}
              checked={enabled}
              disabled={!mayWrite || !given}
              onChange={(checked) => change.mutate({ path: { name }, body: { enabled: checked } })}
            />
          ))}
        </div>
      )}
    </Panel>
  );
}
