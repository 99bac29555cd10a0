export type Place = readonly [x: number, y: number];

const short = (value: number) => Math.round(value * 10) / 10;

/** One stretch of a line: straight to the next place, or holding its height until there. */
function onward([x, y]: Place, isStepped: boolean): string {
  return isStepped ? `H${short(x)}V${short(y)}` : `L${short(x)},${short(y)}`;
}

/** The outline of a line through places, with a gap where there is none. */
export function pathThrough(places: readonly (Place | undefined)[], isStepped = false): string {
  return places
    .map((place, index) => {
      if (!place) return '';
      return places[index - 1] ? onward(place, isStepped) : `M${short(place[0])},${short(place[1])}`;
    })
    .join('');
}

/** The outline of the surface between two lines: along the upper, back along the lower. */
export function surfaceBetween(lower: readonly Place[], upper: readonly Place[], isStepped = false): string {
  const back = lower.toReversed().map(([x, y], index) => {
    if (!isStepped || index === 0) return `L${short(x)},${short(y)}`;
    // Backwards, a stepped line takes the height of the earlier place first.
    return `V${short(y)}H${short(x)}`;
  });
  return `${pathThrough(upper, isStepped)}${back.join('')}Z`;
}
