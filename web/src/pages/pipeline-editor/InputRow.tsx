import { Trash2 } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { Input } from "@/components/Input.tsx";
import { Select } from "@/components/Select.tsx";
import { inputTypes, withKeyword } from "./input-schema.ts";

interface Props {
  readonly name: string;
  readonly part: Record<string, unknown>;
  readonly required: boolean;
  /** Names of the other properties. */
  readonly taken: readonly string[];
  readonly onRename: (name: string) => void;
  readonly onChange: (part: Record<string, unknown>) => void;
  readonly onRequired: (required: boolean) => void;
  readonly onRemove: () => void;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

export function InputRow({ name, part, required, taken, onRename, onChange, onRequired, onRemove }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(name);
  useEffect(() => setTyped(name), [name]);
  const type = text(part.type);

  function commit(): void {
    const next = typed.trim();
    if (next !== "" && !taken.includes(next)) onRename(next);
    else setTyped(name);
  }

  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-2 rounded-md border p-3 sm:grid-cols-[minmax(0,1fr)_8rem_auto_auto]">
      <legend className="sr-only">{name}</legend>
      <Input
        aria-label={t("editor.inputName")}
        className="font-mono text-xs max-sm:col-span-2"
        spellCheck={false}
        maxLength={60}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={commit}
      />
      <Select
        className="max-sm:col-span-2"
        aria-label={t("editor.inputType")}
        value={type}
        onChange={({ target }) => onChange(withKeyword(part, "type", target.value))}
      >
        {!inputTypes.some((known) => known === type) && <option value={type}>{t("editor.otherType")}</option>}
        {inputTypes.map((known) => (
          <option key={known} value={known}>
            {t(`editor.types.${known}`)}
          </option>
        ))}
      </Select>
      <label className="flex items-center gap-1.5 whitespace-nowrap">
        <input type="checkbox" className="size-4" checked={required} onChange={({ target }) => onRequired(target.checked)} />
        {t("common.required")}
      </label>
      <Button look="ghost" size="icon" aria-label={t("editor.removeInput", { name })} onClick={onRemove}>
        <Trash2 aria-hidden />
      </Button>
      <Input
        aria-label={t("editor.inputDescription")}
        placeholder={t("editor.inputDescription")}
        className="col-span-2 sm:col-span-4"
        value={text(part.description)}
        onChange={({ target }) => onChange(withKeyword(part, "description", target.value))}
      />
    </fieldset>
  );
}
