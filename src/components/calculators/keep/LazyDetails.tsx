import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { Translate } from '../shared/messages.ts';

interface Props {
  readonly title: ReactNode;
  readonly className: string;
  /** Rendered, and with it loaded, once it is opened. */
  readonly children: ReactNode;
  readonly t: Translate;
}

/** Something most readers never open: it is loaded for those who do, and stays as it is when it is closed again. */
export function LazyDetails({ title, className, children, t }: Props) {
  const [wasOpened, setOpened] = useState(false);
  const details = useRef<HTMLDetailsElement>(null);
  // Opened before the script was there.
  useEffect(() => setOpened(details.current?.open ?? false), []);
  return (
    <details
      ref={details}
      className={className}
      onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}
    >
      <summary>{title}</summary>
      {wasOpened && <Suspense fallback={<p className="hint">{t('calc.loading')}</p>}>{children}</Suspense>}
    </details>
  );
}
