import { useEffect, useState } from "react";

interface Props {
  readonly blob: Blob;
  readonly mediaType: string;
  readonly name: string;
}

export function ImagePreview({ blob, mediaType, name }: Props) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([blob], { type: mediaType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob, mediaType]);
  return (
    <div className="grid place-items-center p-4">
      {url !== undefined && <img src={url} alt={name} className="max-h-[70vh] max-w-full" />}
    </div>
  );
}
