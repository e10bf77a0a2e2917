import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";

interface Props<Id extends string> {
  readonly label: string;
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  readonly tabs: readonly { readonly id: Id; readonly title: string; readonly content: ReactNode }[];
}

export function Tabs<Id extends string>({ label, value, onChange, tabs }: Props<Id>) {
  return (
    <Radix.Root value={value} onValueChange={(id) => onChange(id as Id)} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <Radix.List aria-label={label} className="flex gap-1 overflow-x-auto border-b px-3">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.id}
            value={tab.id}
            className="-mb-px h-10 border-b-2 border-transparent px-2 font-medium whitespace-nowrap text-muted -outline-offset-2 hover:text-text data-[state=active]:border-accent data-[state=active]:text-text"
          >
            {tab.title}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.id} value={tab.id} className="min-h-0 min-w-0 flex-1 -outline-offset-2">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
