import { useTranslation } from "react-i18next";
import { Checkbox } from "@/components/Checkbox.tsx";
import { ErrorState } from "@/components/ErrorState.tsx";
import { ListSkeleton } from "@/components/ListSkeleton.tsx";
import { useRoles } from "./use-roles.ts";

interface Props {
  readonly chosen: readonly string[];
  /** What somebody has already: it may stay, whoever gave it. */
  readonly had?: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Roles to choose from; those that the caller cannot give say why. */
export function RoleChoices({ chosen, had = [], onChange }: Props) {
  const { t } = useTranslation();
  const { options, error, refetch } = useRoles();
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (options === undefined) return <ListSkeleton />;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 font-medium">{t("members.roles")}</legend>
      {options.map(({ id, name, refusal }) => (
        <Checkbox
          key={id}
          label={name}
          help={refusal}
          checked={chosen.includes(id)}
          disabled={refusal !== undefined && !had.includes(id)}
          onChange={(checked) => onChange(checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
        />
      ))}
    </fieldset>
  );
}
