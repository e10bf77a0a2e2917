import { Link } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { useTitle } from "@/components/use-title.ts";

export function NotFound() {
  const { t } = useTranslation();
  useTitle(t("notFound.title"));
  return (
    <main className="grid min-h-[70dvh] place-items-center">
      <h1 className="sr-only">{t("notFound.title")}</h1>
      <EmptyState Icon={Compass} title={t("notFound.title")} text={t("notFound.text")}>
        <Button asChild look="primary">
          <Link to="/">{t("notFound.home")}</Link>
        </Button>
      </EmptyState>
    </main>
  );
}
