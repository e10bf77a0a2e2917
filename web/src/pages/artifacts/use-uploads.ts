import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { asProblem } from "@/api/problem.ts";
import { problemText } from "@/api/problem-text.ts";
import { invalidate } from "@/api/query-client.ts";
import { uploadFile } from "@/api/upload.ts";

export interface Upload {
  readonly id: number;
  readonly name: string;
  /** 0 to 1. */
  readonly share: number;
  readonly error?: string;
}

/** Uploads under way or failed; one that is done leaves the list. */
export function useUploads() {
  const { t } = useTranslation();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const controllers = useRef(new Map<number, AbortController>());
  const next = useRef(0);
  const change = (id: number, part: Partial<Upload>): void =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));
  const dismiss = (id: number): void => setUploads((all) => all.filter((upload) => upload.id !== id));

  async function send(id: number, file: File): Promise<void> {
    const controller = new AbortController();
    controllers.current.set(id, controller);
    try {
      const artifact = await uploadFile(file, (share) => change(id, { share }), controller.signal);
      dismiss(id);
      toast.success(t("artifacts.uploaded", { name: artifact.name, number: artifact.latest }));
      await invalidate("listArtifacts", "getArtifact", "listArtifactVersions");
    } catch (error) {
      if (controller.signal.aborted) dismiss(id);
      else change(id, { error: problemText(asProblem(error), t).detail });
    } finally {
      controllers.current.delete(id);
    }
  }

  function upload(files: readonly File[]): void {
    for (const file of files) {
      next.current += 1;
      const id = next.current;
      setUploads((all) => [...all, { id, name: file.name, share: 0 }]);
      void send(id, file);
    }
  }

  return { uploads, upload, dismiss, cancel: (id: number) => controllers.current.get(id)?.abort() };
}
