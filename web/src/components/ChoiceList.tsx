import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { classes } from "./classes.ts";

export interface Choice {
  readonly id: string;
  readonly content: ReactNode;
  readonly onPick: () => void;
}

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What matches the text; empty groups do not show. */
  readonly groups: readonly { readonly title: string; readonly choices: readonly Choice[] }[];
  /** Said when nothing matches. */
  readonly empty: string;
  readonly inputClassName: string;
}

/**
 * A text field with a list to choose from, by the combobox pattern of the ARIA practices: the focus stays in the field, arrows move
 * through the list, Enter picks. The list may change at any time.
 */
export function ChoiceList({ label, placeholder, text, onText, groups, empty, inputClassName }: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string>();
  const shown = groups.filter(({ choices }) => choices.length > 0);
  const all = shown.flatMap(({ choices }) => choices);
  const found = all.findIndex((choice) => choice.id === active);
  const index = found === -1 ? 0 : found;
  const current = all[index];
  const optionId = (choice: Choice): string => `${id}-${choice.id}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is what asks for scrolling
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [current?.id]);

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && all.length > 0) {
      event.preventDefault();
      setActive(all[(index + step + all.length) % all.length]?.id);
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      current?.onPick();
    }
  }

  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={all.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={current === undefined ? undefined : optionId(current)}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={text}
        className={inputClassName}
        onChange={({ target }) => {
          setActive(undefined);
          onText(target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={id} role="listbox" aria-label={label} tabIndex={-1} className="max-h-[50vh] overflow-y-auto p-2">
        {shown.map(({ title, choices }) => (
          // biome-ignore lint/a11y/useSemanticElements: options stand in no fieldset
          <div key={title} role="group" aria-label={title}>
            <p aria-hidden className="px-2 py-1.5 text-xs text-muted">
              {title}
            </p>
            {choices.map((choice) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys for all options
              <div
                key={choice.id}
                id={optionId(choice)}
                role="option"
                tabIndex={-1}
                aria-selected={choice === current}
                className={classes("cursor-pointer rounded-md px-2 py-2", choice === current && "bg-hover")}
                onPointerMove={() => setActive(choice.id)}
                onClick={choice.onPick}
              >
                {choice.content}
              </div>
            ))}
          </div>
        ))}
      </div>
      {all.length === 0 && (
        <p role="status" className="px-2 pt-2 pb-8 text-center text-muted">
          {empty}
        </p>
      )}
    </>
  );
}
