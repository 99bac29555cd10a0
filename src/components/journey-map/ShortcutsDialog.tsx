import { Dialog } from './Dialog.tsx';
import type { Translate } from './messages.ts';

/** The keys of each row of the list; a space stands between those pressed one or the other. */
const keys = {
  arrows: '← → ↑ ↓',
  ends: 'Home End',
  corners: 'Ctrl+Home Ctrl+End',
  edit: 'Enter F2',
  newLine: 'Shift+Enter',
  cancel: 'Esc',
  next: 'Tab Shift+Tab',
  add: 'N Insert',
  remove: 'Delete',
  move: 'Alt+← Alt+→ Alt+↑ Alt+↓',
  moveTo: 'M',
  details: 'Alt+Enter',
  menu: 'Shift+F10',
  select: 'Space Shift+← Shift+→ Shift+↑ Shift+↓',
  selectCell: 'Ctrl+A',
  copy: 'Ctrl+C Ctrl+X Ctrl+V',
  undo: 'Ctrl+Z',
  redo: 'Ctrl+Shift+Z Ctrl+Y',
  find: '/',
  help: '?',
} as const;

interface Props {
  readonly onClose: () => void;
  readonly t: Translate;
}

/** What can be done by keyboard. */
export default function ShortcutsDialog({ onClose, t }: Props) {
  return (
    <Dialog title={t('journey.keys')} onClose={onClose}>
      <form method="dialog" className="journey-form">
        <p>{t('journey.keys.mac')}</p>
        <dl className="journey-keys">
          {(Object.keys(keys) as (keyof typeof keys)[]).map((name) => (
            <div key={name}>
              <dt>
                {keys[name].split(' ').map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{t(`journey.keys.${name}`)}</dd>
            </div>
          ))}
        </dl>
        <div className="journey-buttons">
          <button type="submit">{t('journey.close')}</button>
        </div>
      </form>
    </Dialog>
  );
}
