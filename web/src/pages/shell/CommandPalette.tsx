import { listPipelinesOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Command } from "cmdk";
import { CirclePlay, Plus, Search, Workflow } from "lucide-react";
import { Dialog } from "radix-ui";
import { type ReactNode, useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/session/use-me.ts";
import { places } from "./navigation.ts";

const groupLook =
  "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted";

function Choice({ value, onSelect, children }: { readonly value: string; readonly onSelect: () => void; readonly children: ReactNode }) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 data-[selected=true]:bg-hover [&_svg]:size-4 [&_svg]:text-muted"
    >
      {children}
    </Command.Item>
  );
}

/** Goes anywhere by typing: pages, pipelines, and the start of a run. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { permissions } = useMe();
  const [text, setText] = useState("");
  const sought = useDeferredValue(text.trim());
  const pipelines = useQuery({
    ...listPipelinesOptions({ query: { limit: 8, sort: "-updatedAt", ...(sought === "" ? {} : { "filter[name][contains]": sought }) } }),
    enabled: permissions.includes("pipelines.read"),
    placeholderData: keepPreviousData,
  });
  const items = pipelines.data?.items ?? [];

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
          <Command label={t("palette.title")} loop>
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
              {permissions.includes("runs.write") && items.length > 0 && (
                <Command.Group heading={t("palette.start")} className={groupLook}>
                  {items.slice(0, 3).map(({ id, name }) => (
                    <Choice key={id} value={`run ${name} ${id}`} onSelect={() => go(`/pipelines/${id}#start`)}>
                      <CirclePlay aria-hidden />
                      <span className="truncate">{t("palette.startOf", { name })}</span>
                    </Choice>
                  ))}
                </Command.Group>
              )}
              {items.length > 0 && (
                <Command.Group heading={t("places.pipelines")} className={groupLook}>
                  {items.map(({ id, name }) => (
                    <Choice key={id} value={`pipeline ${name} ${id}`} onSelect={() => go(`/pipelines/${id}`)}>
                      <Workflow aria-hidden />
                      <span className="truncate">{name}</span>
                    </Choice>
                  ))}
                </Command.Group>
              )}
              <Command.Group heading={t("palette.go")} className={groupLook}>
                {permissions.includes("pipelines.write") && (
                  <Choice value={`new ${t("pipelines.new")}`} onSelect={() => go("/pipelines/new")}>
                    <Plus aria-hidden />
                    {t("pipelines.new")}
                  </Choice>
                )}
                {places
                  .filter(({ permission }) => permission === undefined || permissions.includes(permission))
                  .map(({ id, to, Icon }) => (
                    <Choice key={id} value={`go ${t(`places.${id}`)}`} onSelect={() => go(to)}>
                      <Icon aria-hidden />
                      {t(`places.${id}`)}
                    </Choice>
                  ))}
              </Command.Group>
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
