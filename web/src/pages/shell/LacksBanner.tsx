import { Link } from "@tanstack/react-router";
import { ShieldAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/session/use-me.ts";

/** Says what organizations of the person ask for before they can act there; nothing when they ask for nothing more. */
export function LacksBanner() {
  const { t } = useTranslation();
  const { lacks } = useMe();
  if (lacks.length === 0) return null;
  return (
    <div role="status" className="flex gap-3 border-b bg-warn-soft px-4 py-2 sm:px-6">
      <ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        {lacks.map((lack) => (
          <p key={lack} className="min-w-0">
            {t(`lacks.${lack}`)}
          </p>
        ))}
        <Link to="/account" className="font-medium underline underline-offset-2">
          {t("lacks.action")}
        </Link>
      </div>
    </div>
  );
}
