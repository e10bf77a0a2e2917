import type { PermissionGrant } from "@sdk/types.gen.ts";
import { useTranslation } from "react-i18next";
import { Checkbox } from "@/components/Checkbox.tsx";
import { byDomain } from "./by-domain.ts";
import { useDomainTitle } from "./use-domain-title.ts";

interface Props {
  readonly permissions: readonly PermissionGrant[];
  readonly chosen: readonly string[];
  /** What is given already: it may stay, whoever gave it. */
  readonly had?: readonly string[];
  /** Said when nothing is chosen and something must be. */
  readonly missing?: string | undefined;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Permissions to choose from, under their domains; those that the caller does not have cannot be given. */
export function PermissionChoices({ permissions, chosen, had = [], missing, onChange }: Props) {
  const { t } = useTranslation();
  const titleOf = useDomainTitle();
  return (
    <>
      {byDomain(permissions).map(([domain, own]) => (
        <fieldset key={domain} className="flex flex-col gap-2">
          <legend className="mb-2 font-medium">{titleOf(domain)}</legend>
          {own.map(({ name, sentence, held }) => (
            <Checkbox
              key={name}
              label={sentence}
              help={held ? undefined : t("roleEditor.notHeld")}
              checked={chosen.includes(name)}
              disabled={!held && !had.includes(name)}
              onChange={(checked) => onChange(checked ? [...chosen, name] : chosen.filter((one) => one !== name))}
            />
          ))}
        </fieldset>
      ))}
      {missing !== undefined && chosen.length === 0 && (
        <p role="alert" className="text-xs text-danger">
          {missing}
        </p>
      )}
    </>
  );
}
