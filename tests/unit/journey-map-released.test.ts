import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importFile } from '../../src/browser/journey-map-import.ts';
import { readMapLink } from '../../src/browser/journey-map-link.ts';
import { currentVersion } from '../../src/lib/journey-map/document.ts';
import { readJourneyMap } from '../../src/lib/journey-map/read.ts';

const fixtures = new URL('../fixtures/journey-maps/', import.meta.url);

/** Written by each version when it was released, every field in use. They are never written anew. */
describe('what a released version has written', () => {
  test('there is a folder of every version', () => {
    const versions = Array.from({ length: currentVersion }, (_, index) => `v${index + 1}`);
    expect(readdirSync(fixtures)).toEqual(versions);
  });

  describe.each(readdirSync(fixtures))('%s', (version) => {
    const bytes = (name: string) => readFileSync(new URL(`${version}/${name}`, fixtures));
    const document = JSON.parse(bytes('map.json').toString('utf8'));
    const opened = readJourneyMap(document);

    test('the map opens with nothing to mend', () => {
      expect(opened).toMatchObject({ ok: true, value: { repairs: [], isNewer: false } });
    });

    test.each(['map.json', 'map.svg', 'map.png'])('%s opens as that map', async (name) => {
      expect(await importFile(new File([new Uint8Array(bytes(name))], name))).toEqual(opened);
    });

    test('its link opens as that map', async () => {
      expect(await readMapLink(bytes('link.txt').toString('utf8').trim())).toEqual(opened);
    });
  });

  test('as long as there is one version only, the map that opens says what its file says', () => {
    const { $schema, ...document } = JSON.parse(readFileSync(new URL('v1/map.json', fixtures), 'utf8'));
    expect($schema).toContain('/schemas/journey-map/v1.json');
    expect(readJourneyMap(document)).toMatchObject({ value: { map: document } });
  });
});
