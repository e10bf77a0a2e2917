import type { ObjectFieldTemplateProps } from "@rjsf/utils";

/** The fields of an object; a nested one is set off by a line. */
export function ObjectFrame({ properties, title, description, fieldPathId }: ObjectFieldTemplateProps) {
  const nested = fieldPathId.path.length > 0;
  const fields = (
    <div className="flex flex-col gap-4">
      {properties.map(({ name, content }) => (
        <div key={name}>{content}</div>
      ))}
    </div>
  );
  if (!nested) return fields;
  return (
    <fieldset className="border-l-2 pl-4">
      <legend className="sr-only">{title}</legend>
      <p aria-hidden className="mb-2 font-medium">
        {title}
      </p>
      {description && <div className="mb-2 text-xs text-muted">{description}</div>}
      {fields}
    </fieldset>
  );
}
