import { changeSettingsMutation, listSettingsQueryKey } from "@sdk/@tanstack/react-query.gen.ts";
import type { OrganizationSetting } from "@sdk/types.gen.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { Button } from "@/components/Button.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Input } from "@/components/Input.tsx";
import { Select } from "@/components/Select.tsx";

interface Props {
  readonly setting: OrganizationSetting;
  readonly mayWrite: boolean;
}

/** One setting: what it is for, what holds, and how to change it. */
export function SettingRow({ setting, mayWrite }: Props) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const id = useId();
  const { name, type, description, value, preset, own, choices, minimum, maximum } = setting;
  const [text, setText] = useState(String(value));
  const change = useMutation({
    ...changeSettingsMutation(),
    onSuccess: (all) => {
      queries.setQueryData(listSettingsQueryKey(), all);
      setText(String(all.find((one) => one.name === name)?.value ?? text));
      toast.success(t("settings.saved"));
    },
  });
  const shown = (one: OrganizationSetting["value"]): string =>
    typeof one === "boolean" ? t(one ? "settings.on" : "settings.off") : String(one);
  const options = type === "boolean" ? ["true", "false"] : choices;
  const titleKey = `settings.titles.${name}`;
  const title = i18n.exists(titleKey) ? String(t(titleKey as "settings.title")) : undefined;
  const explained = { "aria-describedby": `${id}-help`, "aria-invalid": change.isError || undefined, disabled: !mayWrite };

  function submit(event: FormEvent): void {
    event.preventDefault();
    change.mutate({ body: { [name]: type === "string" ? text : type === "boolean" ? text === "true" : Number(text) } });
  }

  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <label htmlFor={id} className="font-medium">
          {title ?? description}
        </label>
        <div id={`${id}-help`} className="text-muted">
          {title !== undefined && <p>{description}</p>}
          <p className="text-xs">
            {own ? t("settings.own", { preset: shown(preset) }) : t("settings.preset")}
            {minimum !== undefined && maximum !== undefined && ` ${t("settings.between", { minimum, maximum })}`}
          </p>
        </div>
      </div>
      <form noValidate className="flex flex-wrap items-center gap-2" onSubmit={submit}>
        {options === undefined ? (
          <Input
            id={id}
            className="w-28!"
            type={type === "string" ? "text" : "number"}
            min={minimum}
            max={maximum}
            step={type === "integer" ? 1 : "any"}
            value={text}
            onChange={({ target }) => setText(target.value)}
            {...explained}
          />
        ) : (
          <Select id={id} value={text} onChange={({ target }) => setText(target.value)} {...explained}>
            {options.map((one) => (
              <option key={one} value={one}>
                {type === "boolean" ? shown(one === "true") : one}
              </option>
            ))}
          </Select>
        )}
        {mayWrite && (
          <Button type="submit" busy={change.isPending} disabled={text === String(value) || text === ""}>
            {t("common.save")}
          </Button>
        )}
        {mayWrite && own && (
          <Button look="ghost" disabled={change.isPending} onClick={() => change.mutate({ body: { [name]: null } })}>
            {t("settings.reset", { preset: shown(preset) })}
          </Button>
        )}
      </form>
      <div className="basis-full empty:hidden">
        <FormProblem error={change.error} />
      </div>
    </li>
  );
}
