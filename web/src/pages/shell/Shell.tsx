import { getMeOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { Menu as MenuIcon, Search } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { Logo } from "@/components/Logo.tsx";
import { OrganizationsPage } from "@/pages/organizations/OrganizationsPage.tsx";
import { useMe } from "@/session/use-me.ts";
import { LacksBanner } from "./LacksBanner.tsx";
import { MobileNavigation } from "./MobileNavigation.tsx";
import { Navigation } from "./Navigation.tsx";
import { ProfileMenu } from "./ProfileMenu.tsx";

const CommandPalette = lazy(() => import("./CommandPalette.tsx").then(({ CommandPalette }) => ({ default: CommandPalette })));

/** The frame of all pages behind the sign-in. */
export function Shell() {
  const { t } = useTranslation();
  const { organization } = useMe();
  // What the person may do here can change while they look on.
  useQuery({ ...getMeOptions(), refetchInterval: 60_000 });
  const [menuOpen, setMenuOpen] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      setPaletteOpen((open) => !open);
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  return (
    <div className="flex min-h-dvh flex-col lg:flex-row">
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to a place; the address stays as it is, which is shared, and gone back to */}
      <a
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById("content")?.focus();
        }}
        className="sr-only z-50 rounded-md bg-raised px-3 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("shell.skip")}
      </a>
      <header className="sticky top-0 z-30 flex h-12 items-center gap-1 border-b bg-panel px-2 lg:hidden">
        <Button look="ghost" size="icon" aria-label={t("shell.openMenu")} onClick={() => setMenuOpen(true)}>
          <MenuIcon aria-hidden />
        </Button>
        <span className="flex flex-1 items-center gap-2 font-semibold">
          <Logo />
          {t("app.name")}
        </span>
        <Button look="ghost" size="icon" aria-label={t("shell.search")} onClick={() => setPaletteOpen(true)}>
          <Search aria-hidden />
        </Button>
      </header>
      <aside className="sticky top-0 hidden h-dvh w-56 shrink-0 flex-col gap-4 border-r bg-panel p-3 lg:flex">
        <div className="flex items-center gap-2 px-1.5 pt-1 font-semibold">
          <Logo />
          {t("app.name")}
        </div>
        <Button className="justify-start bg-raised px-2.5 font-normal text-muted" onClick={() => setPaletteOpen(true)}>
          <Search aria-hidden />
          <span className="flex-1 text-left">{t("shell.search")}</span>
          <kbd className="font-sans text-xs text-faint">{t("shell.searchKey")}</kbd>
        </Button>
        <div className="flex-1">
          <Navigation />
        </div>
        <ProfileMenu />
      </aside>
      <MobileNavigation open={menuOpen} onOpenChange={setMenuOpen} />
      <main id="content" tabIndex={-1} className="min-w-0 flex-1 focus:outline-none">
        <LacksBanner />
        {organization.id === "" ? <OrganizationsPage /> : <Outlet />}
      </main>
      {paletteOpen && (
        <Suspense>
          <CommandPalette onClose={() => setPaletteOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
