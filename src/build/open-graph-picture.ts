import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import satori from 'satori';
import sharp from 'sharp';
import { kept } from './kept.ts';

export interface PictureText {
  readonly title: string;
  readonly text: string;
  /** The line above the title. */
  readonly kind: string;
  readonly site: string;
  readonly language: string;
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
const design = 1;

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

function drawing({ title, text, kind, site, language }: PictureText) {
  // A full-width letter is as wide as two others.
  const titleWidth = [...title].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0);
  const titleSize = titleWidth > 44 ? 56 : titleWidth > 28 ? 68 : 84;
  const picture = {
    type: 'img',
    props: { src: contours, width: 969, height: 630, style: { position: 'absolute', right: -120, bottom: 0 } },
  };
  return box(
    {
      flexDirection: 'column',
      justifyContent: 'space-between',
      ...pictureSize,
      boxSizing: 'border-box',
      padding: '64px 72px',
      background: colors.paper,
      color: colors.ink,
      fontFamily: 'Noto Serif JP',
      borderTop: `16px solid ${colors.signal}`,
    },
    picture,
    box(
      { flexDirection: 'column' },
      box({ fontSize: 28, color: colors.signal }, kind),
      box({ fontSize: titleSize, lineHeight: 1.25, marginTop: 12 }, title),
      box({ fontSize: 32, lineHeight: 1.5, marginTop: 28, color: colors.soft, maxWidth: 1000 }, text),
    ),
    box({ fontSize: 30, justifyContent: 'space-between' }, box({}, site), box({ color: colors.soft }, language)),
  );
}

/** The picture shown where a page is shared, as PNG. Drawn once for the same words, then kept. */
export function openGraphPicture(words: PictureText): Promise<Uint8Array> {
  return kept('open-graph', [String(design), JSON.stringify(words)], async () => {
    const svg = await satori(drawing(words) as Parameters<typeof satori>[0], { ...pictureSize, fonts });
    return sharp(Buffer.from(svg)).png({ palette: true, colors: 32 }).toBuffer();
  });
}
