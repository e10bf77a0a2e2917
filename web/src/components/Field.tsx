import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { RequiredMark } from "./RequiredMark.tsx";

interface Wiring {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
  readonly "aria-required": true | undefined;
}

interface Props {
  readonly label: ReactNode;
  readonly required?: boolean;
  readonly help?: ReactNode;
  readonly errors?: readonly string[];
  /** Gets what ties the control to its label, help and errors. */
  readonly children: (wiring: Wiring) => ReactNode;
}

/** A control with its label, help and errors, tied together for screen readers. */
export function Field({ label, required = false, help, errors = [], children }: Props) {
  const id = useId();
  const helpId = `${id}-help`;
  const errorId = `${id}-error`;
  const described = [help ? helpId : "", errors.length > 0 ? errorId : ""].filter(Boolean).join(" ");
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-baseline gap-1">
        <label htmlFor={id} className="flex items-baseline gap-1 font-medium">
          {label}
        </label>
        {required && <RequiredMark />}
      </div>
      {children({
        id,
        "aria-describedby": described || undefined,
        "aria-invalid": errors.length > 0 || undefined,
        "aria-required": required || undefined,
      })}
      {errors.length > 0 && (
        <ul id={errorId} className="flex flex-col gap-0.5 text-xs text-danger">
          {errors.map((error) => (
            <li key={error} className="flex gap-1">
              <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
              <span className="min-w-0 break-words">{error}</span>
            </li>
          ))}
        </ul>
      )}
      {help && (
        <div id={helpId} className="text-xs text-muted">
          {help}
        </div>
      )}
    </div>
  );
}
