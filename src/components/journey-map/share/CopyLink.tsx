import { useEffect, useState } from 'react';
import { addressWith } from '../../../browser/address.ts';
import { copyText } from '../../../browser/clipboard.ts';
import { longestLink, mapLink } from '../../../browser/journey-map-link.ts';
import type { JourneyMap } from '../../../lib/journey-map/document.ts';
import type { Translate } from '../messages.ts';

interface Props {
  readonly map: JourneyMap;
  readonly t: Translate;
}

/** The whole map in an address. One that other programs would cut is not given away. */
export function CopyLink({ map, t }: Props) {
  // Made before it is asked for: some browsers allow copying only right after a click.
  const [address, setAddress] = useState<string>();
  const [copied, setCopied] = useState<{ readonly address: string; readonly isDone: boolean }>();
  useEffect(() => {
    let isLatest = true;
    void mapLink(map).then((fragment) => {
      if (isLatest) setAddress(addressWith(fragment));
    });
    return () => {
      isLatest = false;
    };
  }, [map]);

  const isTooLong = address !== undefined && address.length > longestLink;
  // What was said of the map before it changed no longer holds.
  const current = copied?.address === address ? copied : undefined;
  const number = new Intl.NumberFormat(t.locale);
  const copy = async () => {
    if (address !== undefined) setCopied({ address, isDone: await copyText(address) });
  };
  return (
    <>
      <button
        type="button"
        aria-describedby="journey-share-link"
        disabled={address === undefined || isTooLong}
        onClick={() => void copy()}
      >
        {t('journey.share.link')}
      </button>
      <p className="hint" id="journey-share-link">
        {isTooLong
          ? t('journey.share.link.tooLong', {
              count: number.format(address.length),
              most: number.format(longestLink),
            })
          : t('journey.share.link.hint')}
      </p>
      <p role="status" className="hint">
        {current?.isDone && t('journey.share.link.copied')}
      </p>
      {current && !current.isDone && (
        <label className="hint">
          {t('journey.share.link.byHand')}
          <input readOnly value={current.address} onFocus={({ target }) => target.select()} />
        </label>
      )}
    </>
  );
}
