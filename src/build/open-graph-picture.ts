import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import satori from 'satori';
import sharp from 'sharp';
import { type Locale, localeFacts } from '../lib/i18n/locales.ts';
import { kept } from './kept.ts';
import { phrasesOf } from './phrases.ts';

export interface PictureText {
  readonly title: string;
  readonly text: string;
  /** The line above the title. */
  readonly kind: string;
  readonly site: string;
  readonly locale: Locale;
}

/** What social networks ask for. */
export const pictureSize = { width: 1200, height: 630 } as const;

const { resolve } = createRequire(import.meta.url);
const fonts = ['japanese', 'latin'].map((subset) => ({
  name: 'Noto Serif JP',
  weight: 600 as const,
  data: readFileSync(resolve(`@fontsource/noto-serif-jp/files/noto-serif-jp-${subset}-600-normal.woff`)),
}));

/** A change here draws every picture anew: part of the name under which it is kept. */
const design = 2;

const colors = { paper: '#fbf9f4', ink: '#1d1b17', soft: '#5b564c', signal: '#b03014', rule: '#ddd6c7' } as const;

/** The contour lines of the site, larger. */
const contours = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 260" fill="none" stroke="${colors.rule}"><path d="M60 260C20 190 70 70 180 40S380 60 400 150M100 260C60 190 105 95 195 70s165 25 205 105M140 260c-35-60-5-135 70-155s145 30 190 100M180 260c-25-45 0-105 55-120s120 35 165 95M222 260c-18-30 0-70 35-80s85 30 118 80M262 260c-8-20 2-38 22-40s38 16 52 40"/></svg>`,
)}`;

type Style = Readonly<Record<string, string | number>>;
const box = (style: Style, ...children: unknown[]) => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

/** Words and phrases that stay whole; between them a line may break. */
function pieces(text: string, locale: Locale): string[] {
  return locale === 'ja' ? phrasesOf(text, locale) : text.split(/(?<= )/);
}

function paragraph(text: string, locale: Locale, style: Style) {
  const words = pieces(text, locale).map((piece) => box({ whiteSpace: 'pre' }, piece));
  return box({ flexWrap: 'wrap', ...style }, ...words);
}

/** The sizes of title and text that are tried, until all of it fits above the last line. */
const sizes = [
  [84, 32],
  [68, 32],
  [56, 32],
  [56, 28],
  [48, 26],
  [44, 22],
] as const;
const margin = { side: 72, top: 64 } as const;
const roomForWords = { width: pictureSize.width - 2 * margin.side, height: 418 } as const;

function words({ title, text, kind, locale }: PictureText, [titleSize, textSize]: readonly [number, number]) {
  return box(
    { flexDirection: 'column', width: roomForWords.width },
    box({ fontSize: 28, color: colors.signal }, kind),
    paragraph(title, locale, { fontSize: titleSize, lineHeight: 1.25, marginTop: 12 }),
    paragraph(text, locale, { fontSize: textSize, lineHeight: 1.5, marginTop: 28, color: colors.soft, maxWidth: 1000 }),
  );
}

function drawing(picture: PictureText, size: readonly [number, number]) {
  const { site, locale } = picture;
  return box(
    {
      flexDirection: 'column',
      justifyContent: 'space-between',
      ...pictureSize,
      boxSizing: 'border-box',
      padding: `${margin.top - 16}px ${margin.side}px ${margin.top}px`,
      // Behind the words: a picture of its own would be drawn over them.
      background: `${colors.paper} url("${contours}") 351px 0 / 969px 630px no-repeat`,
      color: colors.ink,
      fontFamily: 'Noto Serif JP',
      borderTop: `16px solid ${colors.signal}`,
    },
    words(picture, size),
    box(
      { fontSize: 30, justifyContent: 'space-between' },
      box({}, site),
      box({ color: colors.soft }, localeFacts[locale].name),
    ),
  );
}

type Element = Parameters<typeof satori>[0];

/** Whether all words find their place at a size: satori alone knows where their lines break. */
async function fits(picture: PictureText, size: readonly [number, number]): Promise<boolean> {
  const { width } = roomForWords;
  const svg = await satori(words(picture, size) as Element, { width, fonts });
  return Number(/height="([\d.]+)"/.exec(svg)?.[1]) <= roomForWords.height;
}

/** The picture shown where a page is shared, as PNG. Drawn once for the same words, then kept. */
export function openGraphPicture(picture: PictureText): Promise<Uint8Array> {
  const { title, text, locale } = picture;
  const words = JSON.stringify([picture, pieces(title, locale), pieces(text, locale)]);
  return kept('open-graph', [String(design), words], async () => {
    let size: (typeof sizes)[number] = sizes[0];
    for (size of sizes) if (await fits(picture, size)) break;
    const svg = await satori(drawing(picture, size) as Element, { ...pictureSize, fonts });
    return sharp(Buffer.from(svg)).png({ palette: true, colors: 32 }).toBuffer();
  });
}
