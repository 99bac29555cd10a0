import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { Translate } from '../messages.ts';
import type { Editor } from '../use-editor.ts';
import { Sheets } from './Sheets.tsx';

/** What the browser prints instead of the page, whichever view of the map is on the screen; drawn only then. */
export function PrintedMap({ editor, t }: { readonly editor: Editor; readonly t: Translate }) {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser waits for nothing after this event.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting && createPortal(<Sheets editor={editor} t={t} />, document.body);
}
