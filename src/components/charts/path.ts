export type Place = readonly [x: number, y: number];

/** Writes the outline of a line in steps of tenths, from where the last one led: that packs smaller than places do. */
class Outline {
  text = '';
  /** In tenths of a unit. */
  #x = 0;
  #y = 0;

  moveTo([x, y]: Place): void {
    this.#x = Math.round(x * 10);
    this.#y = Math.round(y * 10);
    this.text += `M${this.#x / 10} ${this.#y / 10}`;
  }

  lineTo([x, y]: Place): void {
    this.text += `l${this.#across(x)} ${this.#down(y)}`.replace(' -', '-');
  }

  /** Holds its height until there. */
  stepTo([x, y]: Place): void {
    this.text += `h${this.#across(x)}v${this.#down(y)}`;
  }

  /** Backwards, a stepped line takes the height of the earlier place first. */
  stepBackTo([x, y]: Place): void {
    this.text += `v${this.#down(y)}h${this.#across(x)}`;
  }

  #across(x: number): number {
    const before = this.#x;
    this.#x = Math.round(x * 10);
    return (this.#x - before) / 10;
  }

  #down(y: number): number {
    const before = this.#y;
    this.#y = Math.round(y * 10);
    return (this.#y - before) / 10;
  }
}

function drawThrough(outline: Outline, places: readonly (Place | undefined)[], isStepped: boolean): void {
  for (const [index, place] of places.entries()) {
    if (!place) continue;
    if (!places[index - 1]) outline.moveTo(place);
    else if (isStepped) outline.stepTo(place);
    else outline.lineTo(place);
  }
}

/** The outline of a line through places, with a gap where there is none. */
export function pathThrough(places: readonly (Place | undefined)[], isStepped = false): string {
  const outline = new Outline();
  drawThrough(outline, places, isStepped);
  return outline.text;
}

/** The outline of the surface between two lines: along the upper, back along the lower. */
export function surfaceBetween(lower: readonly Place[], upper: readonly Place[], isStepped = false): string {
  const outline = new Outline();
  drawThrough(outline, upper, isStepped);
  for (const [index, place] of lower.toReversed().entries()) {
    if (isStepped && index > 0) outline.stepBackTo(place);
    else outline.lineTo(place);
  }
  return `${outline.text}Z`;
}
