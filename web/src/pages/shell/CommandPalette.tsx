import { listPipelinesOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Command } from "cmdk";
import { CirclePlay, type LucideIcon, Plus, Search, Workflow } from "lucide-react";
import { Dialog } from "radix-ui";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/session/use-me.ts";
import { places } from "./navigation.ts";

interface Choice {
  readonly path: string;
  readonly label: string;
  readonly Icon: LucideIcon;
}

const groupLook =
  "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted";
const mostStarts = 3;

/** Goes anywhere by typing: pages, pipelines, and the start of a run. The server finds the pipelines. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { permissions } = useMe();
  const [text, setText] = useState("");
  const sought = useDeferredValue(text.trim());
  const may = (permission: string | undefined): boolean => permission === undefined || permissions.includes(permission);
  const pipelines = useQuery({
    ...listPipelinesOptions({ query: { limit: 8, sort: "-updatedAt", ...(sought === "" ? {} : { "filter[name][contains]": sought }) } }),
    enabled: may("pipelines.read"),
    placeholderData: keepPreviousData,
  });
  const found = pipelines.data?.items ?? [];
  const pages: Choice[] = [
    ...(may("pipelines.write") ? [{ path: "/pipelines/new", label: t("pipelines.new"), Icon: Plus }] : []),
    ...places.filter(({ permission }) => may(permission)).map(({ id, to, Icon }) => ({ path: to, label: t(`places.${id}`), Icon })),
  ];
  const groups: readonly { readonly title: string; readonly choices: readonly Choice[] }[] = [
    {
      title: t("palette.start"),
      choices: may("runs.write")
        ? found
            .slice(0, mostStarts)
            .map(({ id, name }) => ({ path: `/pipelines/${id}#start`, label: t("palette.startOf", { name }), Icon: CirclePlay }))
        : [],
    },
    { title: t("places.pipelines"), choices: found.map(({ id, name }) => ({ path: `/pipelines/${id}`, label: name, Icon: Workflow })) },
    { title: t("palette.go"), choices: pages.filter(({ label }) => label.toLowerCase().includes(sought.toLowerCase())) },
  ];

  function go(path: string): void {
    onClose();
    void navigate({ href: path });
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-50 w-[min(36rem,94vw)] -translate-x-1/2 overflow-hidden rounded-xl border bg-raised shadow-xl focus:outline-none"
        >
          <Dialog.Title className="sr-only">{t("palette.title")}</Dialog.Title>
          <Command label={t("palette.title")} loop shouldFilter={false}>
            <div className="flex items-center gap-2.5 border-b px-4">
              <Search aria-hidden className="size-4 text-faint" />
              <Command.Input
                value={text}
                onValueChange={setText}
                placeholder={t("palette.placeholder")}
                className="h-11 flex-1 bg-transparent text-base focus:outline-none"
              />
            </div>
            <Command.List className="max-h-[50vh] overflow-y-auto p-2">
              <Command.Empty className="px-2 py-6 text-center text-muted">{t("palette.empty")}</Command.Empty>
              {groups
                .filter(({ choices }) => choices.length > 0)
                .map(({ title, choices }) => (
                  <Command.Group key={title} heading={title} className={groupLook}>
                    {choices.map(({ path, label, Icon }) => (
                      <Command.Item
                        key={path}
                        value={path}
                        onSelect={() => go(path)}
                        className="flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 data-[selected=true]:bg-hover"
                      >
                        <Icon aria-hidden className="size-4 shrink-0 text-muted" />
                        <span className="truncate">{label}</span>
                      </Command.Item>
                    ))}
                  </Command.Group>
                ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
