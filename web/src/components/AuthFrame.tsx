import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Logo } from "./Logo.tsx";
import { useTitle } from "./use-title.ts";

interface Props {
  readonly title: string;
  readonly text: string;
  /** Left out where the text says all there is. */
  readonly children?: ReactNode;
  readonly below?: ReactNode;
}

/** The page of the forms before the sign-in. */
export function AuthFrame({ title, text, children, below }: Props) {
  const { t } = useTranslation();
  useTitle(title);
  return (
    <main id="content" tabIndex={-1} className="grid min-h-dvh place-items-center bg-panel px-4 py-10 focus:outline-none">
      <div className="w-full max-w-sm">
        <div className="mb-6 flex items-center gap-2 text-base font-semibold">
          <Logo />
          {t("app.name")}
        </div>
        <div className="rounded-xl border bg-raised p-6 shadow-sm">
          <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
          <p className="mt-1 text-muted">{text}</p>
          {children && <div className="mt-5">{children}</div>}
        </div>
        {below && <p className="mt-4 text-center text-muted">{below}</p>}
      </div>
    </main>
  );
}
