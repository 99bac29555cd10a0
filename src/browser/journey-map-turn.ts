/** The right to write a map, which one page has at a time. */
export interface Turn {
  /** Lets another page have it, and waits to get it back. */
  readonly pass: () => void;
  /** Takes it from a page that does not answer. */
  readonly seize: () => void;
  readonly letGo: () => void;
}

/**
 * Waits for the turn. `onTurn` is called when it comes, `onWait` when another page has it, `onLost` when another page
 * took it. Browsers without locks give it to every page.
 */
export function turnFor(id: string, on: { onTurn: () => void; onWait: () => void; onLost: () => void }): Turn {
  const name = `customer-atlas:journey-map:${id}`;
  // What was asked last: an answer to anything before it is not wanted any more.
  let asked: symbol | undefined;
  let release: (() => void) | undefined;

  const request = (own: symbol, options: LockOptions) => {
    const hold = (lock: Lock | null) => {
      if (asked !== own) return undefined;
      if (!lock) {
        on.onWait();
        request(own, {});
        return undefined;
      }
      return new Promise<void>((resolve) => {
        release = resolve;
        on.onTurn();
      });
    };
    navigator.locks.request(name, options, hold).catch(() => {
      if (asked !== own) return;
      // There are no locks where nothing may be kept.
      if (!release) return on.onTurn();
      release = undefined;
      on.onLost();
      ask({});
    });
  };
  const ask = (options: LockOptions) => {
    const own = Symbol(name);
    asked = own;
    if (navigator.locks) request(own, options);
    else on.onTurn();
  };
  const letGo = () => {
    asked = undefined;
    release?.();
    release = undefined;
  };
  ask({ ifAvailable: true });
  return {
    letGo,
    pass: () => {
      letGo();
      ask({});
    },
    seize: () => {
      letGo();
      ask({ steal: true });
    },
  };
}
