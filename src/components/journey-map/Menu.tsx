import { Fragment, type KeyboardEvent, useLayoutEffect, useRef } from 'react';

export interface MenuItem {
  readonly label: string;
  readonly onChoose: () => void;
  /** Given where it is one of several that exclude each other. */
  readonly isChecked?: boolean;
}

export interface OpenMenu {
  readonly label: string;
  /** What it opens at. */
  readonly anchor: Element;
  /** Items that belong together; only some groups have a name. */
  readonly groups: readonly { readonly label?: string; readonly items: readonly MenuItem[] }[];
}

/** Pixels between a menu and the edge of the window. */
const margin = 8;

/** Below what it was opened at, or above it where there is no room. */
function putAt(menu: HTMLElement, anchor: Element): void {
  const from = anchor.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = from.bottom + height + margin <= window.innerHeight ? from.bottom : from.top - height;
  menu.style.top = `${Math.max(margin, Math.min(below, window.innerHeight - height - margin))}px`;
  menu.style.left = `${Math.max(margin, Math.min(from.left, window.innerWidth - width - margin))}px`;
}

const offsets: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** The item a key leads to: the next, the first, the last, or the next that begins with a letter. */
function itemBy(key: string, items: readonly HTMLElement[]): HTMLElement | undefined {
  const at = items.findIndex((item) => item.matches(':focus'));
  const offset = offsets[key];
  if (offset !== undefined) return items[(at + offset + items.length) % items.length];
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length > 1 || key === ' ') return undefined;
  const after = [...items.slice(at + 1), ...items];
  return after.find(({ textContent }) => textContent.toLowerCase().startsWith(key.toLowerCase()));
}

interface Props extends OpenMenu {
  readonly onClose: () => void;
}

/** A menu of things to do, open as long as it is drawn. */
export function Menu({ label, anchor, groups, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    element.showPopover();
    putAt(element, anchor);
    element.querySelector('button')?.focus();
  }, [anchor]);

  const onKeyDown = (event: KeyboardEvent) => {
    const target = itemBy(event.key, [...(menu.current?.querySelectorAll('button') ?? [])]);
    const isLeft = event.key === 'Tab' || event.key === 'Escape';
    if (target || isLeft) event.preventDefault();
    target?.focus();
    if (!isLeft) return;
    onClose();
    if (anchor instanceof HTMLElement) anchor.focus();
  };
  return (
    <div
      ref={menu}
      className="journey-menu"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      popover="auto"
      onKeyDown={onKeyDown}
      onToggle={({ newState }) => newState === 'closed' && onClose()}
    >
      {groups.map(({ label: name, items }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of a menu stay as they are
        <Fragment key={index}>
          {index > 0 && <hr />}
          {/* biome-ignore lint/a11y/useSemanticElements: a group of a menu is no fieldset */}
          <div role="group" aria-label={name}>
            {name && <p aria-hidden="true">{name}</p>}
            {items.map(({ label: words, isChecked, onChoose }) => (
              <button
                type="button"
                key={words}
                {...(isChecked === undefined
                  ? { role: 'menuitem' }
                  : { role: 'menuitemradio', 'aria-checked': isChecked })}
                tabIndex={-1}
                onClick={() => {
                  onClose();
                  onChoose();
                }}
              >
                {words}
              </button>
            ))}
          </div>
        </Fragment>
      ))}
    </div>
  );
}
