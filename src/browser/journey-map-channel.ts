import type { MapChange, MapSummary } from './journey-map-store.ts';

/** What pages tell each other about the maps of this device. */
export type MapMessage =
  | { readonly type: 'changed'; readonly change: MapChange; readonly revision: number }
  | { readonly type: 'deleted' | 'restored'; readonly id: string }
  | { readonly type: 'saved-to-file'; readonly id: string; readonly backup: NonNullable<MapSummary['backup']> }
  /** One page wants to be the one that writes a map. */
  | { readonly type: 'hand-over'; readonly id: string; readonly to: string };

const open = () => new BroadcastChannel('customer-atlas:journey-maps');

/** Tells all pages, this one too. */
export function tellPages(message: MapMessage): void {
  const channel = open();
  channel.postMessage(message);
  channel.close();
}

/** Calls back with what any page tells. Gives the way to stop. */
export function onMapMessage(listener: (message: MapMessage) => void): () => void {
  const channel = open();
  channel.addEventListener('message', ({ data }: MessageEvent<MapMessage>) => listener(data));
  return () => channel.close();
}
