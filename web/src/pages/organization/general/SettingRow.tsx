import type { OrganizationSetting } from "@sdk/types.gen.ts";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { Input } from "@/components/Input.tsx";
import { Select } from "@/components/Select.tsx";

interface Props {
  readonly setting: OrganizationSetting;
  readonly mayWrite: boolean;
  readonly busy: boolean;
  /** null goes back to what the installation says. */
  readonly onChange: (value: OrganizationSetting["value"] | null) => void;
}

/** One setting: what it is for, what holds, and how to change it. */
export function SettingRow({ setting, mayWrite, busy, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { type, description, value, preset, own, choices, minimum, maximum } = setting;
  const [text, setText] = useState(String(value));
  const shown = (one: OrganizationSetting["value"]): string =>
    typeof one === "boolean" ? t(one ? "settings.on" : "settings.off") : String(one);
  const options = type === "boolean" ? ["true", "false"] : choices;

  function submit(event: FormEvent): void {
    event.preventDefault();
    onChange(type === "string" ? text : type === "boolean" ? text === "true" : Number(text));
  }

  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <label htmlFor={id} className="font-medium">
          {description}
        </label>
        <p className="text-xs text-muted">
          {own ? t("settings.own", { preset: shown(preset) }) : t("settings.preset")}
          {minimum !== undefined && maximum !== undefined && ` ${t("settings.between", { minimum, maximum })}.`}
        </p>
      </div>
      <form noValidate className="flex flex-wrap items-center gap-2" onSubmit={submit}>
        {options === undefined ? (
          <Input
            id={id}
            className="w-28!"
            type={type === "string" ? "text" : "number"}
            disabled={!mayWrite}
            min={minimum}
            max={maximum}
            step={type === "integer" ? 1 : "any"}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        ) : (
          <Select id={id} disabled={!mayWrite} value={text} onChange={({ target }) => setText(target.value)}>
            {options.map((one) => (
              <option key={one} value={one}>
                {type === "boolean" ? shown(one === "true") : one}
              </option>
            ))}
          </Select>
        )}
        {mayWrite && (
          <Button type="submit" busy={busy} disabled={text === String(value) || text === ""}>
            {t("common.save")}
          </Button>
        )}
        {mayWrite && own && (
          <Button look="ghost" disabled={busy} onClick={() => onChange(null)}>
            {t("settings.reset", { preset: shown(preset) })}
          </Button>
        )}
      </form>
    </li>
  );
}
