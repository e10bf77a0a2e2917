import { useTranslation } from "react-i18next";
import { JsonView } from "@/components/JsonView.tsx";
import { schemaProperties } from "@/pages/pipeline-editor/tool-inputs.ts";

interface Props {
  readonly schema: Record<string, unknown>;
  /** Whether it describes what somebody gets: what is required of that is nothing for them to do. */
  readonly given?: boolean;
}

/** A schema as a list of its properties, and whole as JSON. */
export function SchemaView({ schema, given = false }: Props) {
  const { t } = useTranslation();
  const properties = schemaProperties(schema);
  return (
    <div className="flex flex-col gap-3 p-4">
      {properties.length === 0 ? (
        <p className="text-muted">{t("tool.noProperties")}</p>
      ) : (
        <dl className="flex flex-col gap-2.5">
          {properties.map(({ name, type, description, required }) => (
            <div key={name}>
              <dt className="flex flex-wrap items-baseline gap-x-2">
                <code className="font-mono text-xs font-medium">{name}</code>
                {type !== undefined && <span className="font-mono text-xs text-muted">{type}</span>}
                {required && !given && <span className="text-xs text-muted">{t("common.required")}</span>}
              </dt>
              {description !== undefined && <dd className="text-muted">{description}</dd>}
            </div>
          ))}
        </dl>
      )}
      <details>
        <summary className="cursor-pointer text-xs text-muted">{t("tool.schema")}</summary>
        <div className="mt-2">
          <JsonView value={schema} label={t("tool.schema")} />
        </div>
      </details>
    </div>
  );
}
