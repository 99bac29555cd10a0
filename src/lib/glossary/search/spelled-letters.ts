/** How Japanese speakers say the letters from A to Z. */
const letterNames =
  'えー びー しー でぃー いー えふ じー えいち あい じぇー けー える えむ えぬ おー ぴー きゅー あーる えす てぃー ゆー ぶい だぶりゅー えっくす わい ぜっと'.split(
    ' ',
  );

/** How an abbreviation is said letter by letter (NPS: えぬぴーえす); nothing for what is no abbreviation. */
export function spelledLetters(name: string): string | undefined {
  if (!/^[A-Z]{2,5}$/.test(name)) return undefined;
  return [...name].map((letter) => letterNames[letter.charCodeAt(0) - 65]).join('');
}
