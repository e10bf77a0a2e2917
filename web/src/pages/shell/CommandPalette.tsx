import { listPipelinesOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { CirclePlay, type LucideIcon, Plus, Search, Workflow } from "lucide-react";
import { Dialog } from "radix-ui";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Choice, ChoiceList } from "@/components/ChoiceList.tsx";
import { useReturnFocus } from "@/components/use-return-focus.ts";
import { useMe } from "@/session/use-me.ts";
import { places } from "./navigation.ts";

interface Goal {
  readonly path: string;
  readonly label: string;
  readonly Icon: LucideIcon;
}

const mostStarts = 3;

/** Goes anywhere by typing: pages, pipelines, and the start of a run. The server finds the pipelines. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { permissions } = useMe();
  const [text, setText] = useState("");
  const returnFocus = useReturnFocus(true);
  const sought = useDeferredValue(text.trim());
  const may = (permission: string | undefined): boolean => permission === undefined || permissions.includes(permission);
  const pipelines = useQuery({
    ...listPipelinesOptions({ query: { limit: 8, sort: "-updatedAt", ...(sought === "" ? {} : { search: sought }) } }),
    enabled: may("pipelines.read"),
    placeholderData: keepPreviousData,
  });
  const fits = (name: string): boolean => name.toLowerCase().includes(sought.toLowerCase());
  // Until the answer for this text is here, Enter must not pick what another text found.
  const found = (pipelines.data?.items ?? []).filter(({ name }) => !pipelines.isPlaceholderData || fits(name));
  const pages: Goal[] = [
    ...(may("pipelines.write") ? [{ path: "/pipelines/new", label: t("pipelines.new"), Icon: Plus }] : []),
    ...places.filter(({ permission }) => may(permission)).map(({ id, to, Icon }) => ({ path: to, label: t(`places.${id}`), Icon })),
  ];
  const groups: readonly { readonly title: string; readonly goals: readonly Goal[] }[] = [
    {
      title: t("palette.start"),
      goals: may("runs.write")
        ? found
            .slice(0, mostStarts)
            .map(({ id, name }) => ({ path: `/pipelines/${id}#start`, label: t("palette.startOf", { name }), Icon: CirclePlay }))
        : [],
    },
    { title: t("places.pipelines"), goals: found.map(({ id, name }) => ({ path: `/pipelines/${id}`, label: name, Icon: Workflow })) },
    { title: t("palette.go"), goals: pages.filter(({ label }) => fits(label)) },
  ];

  function go(path: string): void {
    onClose();
    void navigate({ href: path });
  }
  const toChoice = ({ path, label, Icon }: Goal): Choice => ({
    id: path,
    onPick: () => go(path),
    content: (
      <span className="flex items-center gap-2.5">
        <Icon aria-hidden className="size-4 shrink-0 text-muted" />
        <span className="truncate">{label}</span>
      </span>
    ),
  });

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
          className="fixed top-[12vh] left-1/2 z-50 w-[min(36rem,94vw)] -translate-x-1/2 overflow-hidden rounded-xl border bg-raised shadow-xl focus:outline-none"
        >
          <Dialog.Title className="sr-only">{t("palette.title")}</Dialog.Title>
          <Search aria-hidden className="absolute top-3.5 left-4 size-4 text-faint" />
          <ChoiceList
            label={t("palette.title")}
            placeholder={t("palette.placeholder")}
            text={text}
            onText={setText}
            empty={t("palette.empty")}
            inputClassName="h-11 w-full border-b bg-transparent pr-4 pl-11 text-base focus:outline-none"
            groups={groups.map(({ title, goals }) => ({ title, choices: goals.map(toChoice) }))}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
