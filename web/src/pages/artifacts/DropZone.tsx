import { Upload } from "lucide-react";
import { type DragEvent, type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  readonly enabled: boolean;
  readonly over: boolean;
  readonly onOver: (over: boolean) => void;
  readonly onFiles: (files: File[]) => void;
  readonly children: ReactNode;
}

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes("Files");

/** Takes files that are dropped anywhere on it. The upload button is the way without a mouse. */
export function DropZone({ enabled, over, onOver, onFiles, children }: Props) {
  const { t } = useTranslation();
  // Entering a child leaves its parent: count, to know when the pointer is really gone.
  const depth = useRef(0);
  if (!enabled) return children;

  function set(next: number): void {
    depth.current = Math.max(0, next);
    onOver(depth.current > 0);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra for the mouse
    <div
      className="relative min-h-full"
      onDragEnter={(event) => carriesFiles(event) && set(depth.current + 1)}
      onDragLeave={(event) => carriesFiles(event) && set(depth.current - 1)}
      onDragOver={(event) => carriesFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        set(0);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && (
        <div className="pointer-events-none fixed inset-3 z-30 grid place-items-center rounded-xl border-2 border-dashed border-accent bg-bg/80 lg:left-59">
          <p className="flex items-center gap-2 text-base font-medium">
            <Upload aria-hidden className="size-5" />
            {t("artifacts.drop")}
          </p>
        </div>
      )}
    </div>
  );
}
