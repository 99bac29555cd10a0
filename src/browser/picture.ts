/** What of the page's styles a drawing needs to look the same alone: all of it can be said in SVG attributes. */
const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
] as const;

/** Width of a picture in pixels, before it is doubled for sharp screens and paper: that of a chart on a wide page. */
const width = 608;
const sharpness = 2;
/** Pixels of the largest canvas that every browser has, in all and to a side. */
const mostPixels = 16_000_000;
const longestSide = 8_192;

/** Carries the styles as they are on the page into attributes, and drops what is not shown. */
function inlineStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of properties) {
    const value = style.getPropertyValue(name);
    // What is inherited need not be said again.
    const inherited = from.parentElement && getComputedStyle(from.parentElement).getPropertyValue(name);
    if (from instanceof SVGSVGElement || value !== inherited) to.setAttribute(name, value);
    else to.removeAttribute(name);
  }
  to.removeAttribute('class');
  const children = [...to.children];
  for (const [index, child] of [...from.children].entries()) {
    const copy = children[index];
    if (!copy) continue;
    if (getComputedStyle(child).display === 'none' && !(child instanceof SVGTitleElement)) copy.remove();
    else inlineStyles(child, copy);
  }
}

/**
 * A chart of the page as an SVG file that needs nothing else. It is drawn anew in the light theme and at the width of a
 * wide page, so that it is the same whatever screen it is taken from: it goes on slides and on paper.
 */
export function svgText(chart: SVGSVGElement): string {
  const frame = document.createElement('div');
  frame.className = 'chart-figure';
  frame.style.cssText = `position: absolute; inset: 0 auto auto -9999px; width: ${width}px; color-scheme: light; background: var(--paper)`;
  frame.lang = chart.closest<HTMLElement>('[lang]')?.lang ?? '';
  const shown = frame.appendChild(chart.cloneNode(true) as SVGSVGElement);
  document.body.append(frame);
  try {
    const copy = shown.cloneNode(true) as SVGSVGElement;
    const [, , unitsWide = width, unitsHigh = width] = chart.getAttribute('viewBox')?.split(' ').map(Number) ?? [];
    const margin = unitsWide / 40;
    const size = { width: unitsWide + 2 * margin, height: unitsHigh + 2 * margin };
    inlineStyles(shown, copy);
    // The same signs are drawn differently in Japanese and in Chinese.
    copy.setAttribute('lang', frame.lang);
    copy.setAttribute('viewBox', `${-margin} ${-margin} ${size.width} ${size.height}`);
    copy.setAttribute('width', String(width));
    copy.setAttribute('height', String(Math.round((width * size.height) / size.width)));
    const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    for (const [name, value] of Object.entries({ x: -margin, y: -margin, ...size }))
      paper.setAttribute(name, String(value));
    paper.setAttribute('fill', getComputedStyle(frame).getPropertyValue('background-color'));
    copy.prepend(paper);
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
  } finally {
    frame.remove();
  }
}

/**
 * The drawing as a PNG, at twice its size, or as large as can be. A browser puts an SVG on a canvas only by way of an
 * image with an address of its own, so pages with pictures to take along allow `blob:` images: addresses only their own
 * script can make.
 */
export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    const { naturalWidth, naturalHeight } = image;
    const scale = Math.min(
      sharpness,
      Math.sqrt(mostPixels / (naturalWidth * naturalHeight)),
      longestSide / Math.max(naturalWidth, naturalHeight),
    );
    canvas.width = Math.floor(naturalWidth * scale);
    canvas.height = Math.floor(naturalHeight * scale);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('The browser has no canvas to draw on.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no picture.'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
