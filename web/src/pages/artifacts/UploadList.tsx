import { X } from "lucide-react";
import { Progress } from "radix-ui";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import type { Upload } from "./use-uploads.ts";

interface Props {
  readonly uploads: readonly Upload[];
  readonly onCancel: (id: number) => void;
  readonly onDismiss: (id: number) => void;
}

export function UploadList({ uploads, onCancel, onDismiss }: Props) {
  const { t } = useTranslation();
  if (uploads.length === 0) return null;
  return (
    <ul aria-label={t("artifacts.uploads")} className="flex flex-col gap-2">
      {uploads.map(({ id, name, share, error }) => (
        <li key={id} className="flex items-center gap-3 rounded-lg border bg-raised px-4 py-2">
          <div className="min-w-0 flex-1">
            <p className="truncate font-medium">{name}</p>
            {error === undefined ? (
              <Progress.Root
                value={Math.round(share * 100)}
                aria-label={t("artifacts.uploading", { name })}
                className="mt-1 h-1.5 overflow-hidden rounded-full bg-hover"
              >
                <Progress.Indicator className="h-full bg-accent-solid transition-[width]" style={{ width: `${share * 100}%` }} />
              </Progress.Root>
            ) : (
              <p role="alert" className="text-xs text-danger">
                {error}
              </p>
            )}
          </div>
          <Button
            look="ghost"
            size="icon"
            aria-label={error === undefined ? t("artifacts.cancelUpload", { name }) : t("artifacts.dismiss", { name })}
            onClick={() => (error === undefined ? onCancel(id) : onDismiss(id))}
          >
            <X aria-hidden />
          </Button>
        </li>
      ))}
    </ul>
  );
}
