import type { JourneyMap } from '../document.ts';

/**
 * A map as JSON of plain ASCII in which no markup can begin: it stands in XML and in the text of a PNG as it is.
 * Everything else is written as JSON writes it, `\u3042`.
 */
export function carriedText(map: JourneyMap): string {
  const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(map).replace(/[^ -~]|[<>&]/g, escaped);
}
