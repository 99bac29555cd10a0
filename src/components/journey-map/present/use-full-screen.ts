import { type RefObject, useEffect, useState } from 'react';

/** Gives an element the whole screen; where the browser does not allow that, whoever draws it gives it the window. */
export function useFullScreen(element: RefObject<HTMLElement | null>) {
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const follow = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  const enter = async () => {
    setFull(true);
    try {
      await element.current?.requestFullscreen();
    } catch {
      // The window is what there is.
    }
  };
  const leave = () => {
    setFull(false);
    if (document.fullscreenElement) void document.exitFullscreen();
  };
  return { isFull, enter, leave };
}
