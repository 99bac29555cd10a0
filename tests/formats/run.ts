/**
 * `npm run test:formats`: what is written for PowerPoint and Excel, rendered by LibreOffice and looked for in the PDF.
 * Installs LibreOffice where it may; it is too large for `npm test`, which checks the structure of the files.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { presentationOf } from '../../src/browser/journey-map-slides.ts';
import { workbookOf } from '../../src/browser/journey-map-workbook.ts';
import type { JourneyMessages } from '../../src/components/journey-map/messages.ts';
import { mapWords } from '../../src/components/journey-map/share/map-files.ts';
import { translator } from '../../src/lib/i18n/translate.ts';
import type { JourneyMap } from '../../src/lib/journey-map/document.ts';
import { readMapText } from '../../src/lib/journey-map/text.ts';

const content = new URL('../../src/content/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, content), 'utf8');
const packages = ['libreoffice-impress', 'libreoffice-calc', 'poppler-utils', 'fonts-noto-cjk'];

function run(command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`);
  return stdout;
}

const isInstalled = (command: string, option: string) => spawnSync(command, [option]).error === undefined;

function installPrograms(): void {
  if (isInstalled('soffice', '--version') && isInstalled('pdftotext', '-v')) return;
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
    throw new Error(
      `LibreOffice and pdftotext are needed: install them (on Debian: apt-get install ${packages.join(' ')}).`,
    );
  }
  console.log('Installing LibreOffice (about 300 MB) …');
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  run('apt-get', 'update', '-q');
  run('apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages);
}

/** Compared without spaces: lines end elsewhere on paper. */
const bare = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

/** The text of a file as LibreOffice shows it. */
function renderedText(folder: string, file: string): string {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  run('soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, file));
  return bare(run('pdftotext', '-raw', join(folder, file.replace(/\.\w+$/, '.pdf')), '-'));
}

/** Names and cards that are not found in a text. */
function missing(map: JourneyMap, text: string): string[] {
  const wanted = [...map.stages.map(({ title }) => title), ...map.cards.map((card) => card.text)];
  return wanted.filter((each) => !text.includes(bare(each)));
}

async function check(folder: string, name: string): Promise<number> {
  const messages: JourneyMessages = JSON.parse(read('ui/ja.json'));
  const words = mapWords(translator('ja', messages));
  const map = readMapText(read(`journey-maps/${name}/ja.json`));
  if (!map.ok) throw new Error(`${name}: ${map.reason}`);
  const files = { pptx: await presentationOf(map.value.map, words), xlsx: await workbookOf(map.value.map, words) };
  let faults = 0;
  for (const [format, file] of Object.entries(files)) {
    writeFileSync(join(folder, `${name}.${format}`), Buffer.from(await file.arrayBuffer()));
    const lost = missing(map.value.map, renderedText(folder, `${name}.${format}`));
    console.log(`${name}.${format}: ${lost.length === 0 ? 'all texts found' : `not found: ${lost.join(' · ')}`}`);
    faults += lost.length;
  }
  return faults;
}

installPrograms();
const folder = mkdtempSync(join(tmpdir(), 'journey-map-formats-'));
try {
  let faults = 0;
  for (const name of readdirSync(new URL('journey-maps/', content))) faults += await check(folder, name);
  process.exitCode = faults === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
