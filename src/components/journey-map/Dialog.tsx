import { type ReactNode, useEffect, useId, useRef } from 'react';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A box above the page, open as long as it is drawn. Escape or a click beside it closes it. */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // What has the focus may be at its end.
    element?.scrollTo(0, 0);
    // A selection may begin in a text and end beside the box: that is a click on the box, too.
    let isPressedBeside = false;
    const press = ({ target }: MouseEvent) => {
      isPressedBeside = target === element;
    };
    const closeBeside = ({ target }: MouseEvent) => {
      if (isPressedBeside && target === element) element?.close();
    };
    element?.addEventListener('mousedown', press);
    element?.addEventListener('click', closeBeside);
    return () => {
      element?.removeEventListener('mousedown', press);
      element?.removeEventListener('click', closeBeside);
    };
  }, []);
  return (
    <dialog ref={dialog} className="journey-dialog" aria-labelledby={id} onClose={onClose}>
      <div>
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
