/**
 * Brings a fresh clone to where the other commands work: packages installed exactly as locked and, with `--browser`,
 * a browser for the tests. Quick when nothing is missing. Written for any Node, so that an old one gets a sentence
 * and not a syntax error.
 */
import { spawnSync } from 'child_process';
import { createHash } from 'crypto';
import fs from 'fs';
import path from 'path';
import { fileURLToPath, pathToFileURL } from 'url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const oldestNode = 20;
const stampFile = path.join(root, 'node_modules', '.installed-from');

/** Ends with one sentence and no stack. */
function stop(sentence) {
  console.error('\n' + sentence);
  process.exit(1);
}

function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < oldestNode)
    stop(
      `Node ${process.versions.node} is too old: install Node ${oldestNode} or newer from https://nodejs.org and run this again.`,
    );
}

/** What the installed packages must match: the lock file, and the machine they were installed on. */
function fingerprint() {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'));
  return createHash('sha256')
    .update(lock)
    .update(process.platform + process.arch)
    .digest('hex');
}

function isInstalled() {
  return fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === fingerprint();
}

/** Runs a command with its own progress on the screen. True when it went well. */
function run(command, args, options) {
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync(command, args, Object.assign({ cwd: root, shell, stdio: 'inherit' }, options));
  if (error) console.error(error.message);
  return status === 0;
}

const leastFreeBytes = 300e6;

/** One sentence for why a download failed: no space, no network, or what the command itself said. */
function explain(what) {
  const { bavail, bsize } = fs.statfsSync(root);
  if (bavail * bsize < leastFreeBytes)
    return `There is no disk space left for ${what}: free about 1 GB and run this again.`;
  const registry = spawnSync('npm', ['view', 'node', 'version', '--fetch-retries=0'], {
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  if (registry.status !== 0)
    return `There is no network, and ${what} must be downloaded once: connect and run this again.`;
  return `Installing ${what} failed; the lines above say why.`;
}

function installPackages() {
  if (isInstalled()) return;
  console.log('Installing packages (about a minute the first time) …');
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) stop(explain('the packages'));
  if (
    !fs.existsSync(path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'))
  ) {
    // npm was told to run no install scripts: the project's own Node is put in place by one.
    const placed = run('npm', ['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']);
    if (!placed) stop(explain('the project’s own Node'));
  }
  fs.writeFileSync(stampFile, fingerprint());
}

const systemBrowsers = [
  // Chromium without windows: the browser tests take two thirds of the time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser the tests use: Playwright's own, else Chromium or Chrome on the system; undefined when there is none. */
export async function findBrowser() {
  const { chromium } = await import('@playwright/test');
  return [chromium.executablePath(), ...systemBrowsers].find((file) => file && fs.existsSync(file));
}

function isDebianRoot() {
  return fs.existsSync('/usr/bin/apt-get') && typeof process.getuid === 'function' && process.getuid() === 0;
}

/** Debian's own browser, with the fonts that Japanese pages need. */
function installFromDebian() {
  console.log('Installing Chromium and Japanese fonts from Debian …');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const packages = ['chromium-headless-shell', 'fonts-noto-cjk'];
  return (
    run('apt-get', ['update', '-q'], { env: environment }) &&
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env: environment })
  );
}

function installFromPlaywright() {
  console.log('Downloading a browser for the tests …');
  return run(process.execPath, [
    path.join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
    'install',
    'chromium',
  ]);
}

async function installBrowser() {
  if (await findBrowser()) return;
  const maySystem = isDebianRoot() && (process.env.CI || process.argv.includes('--system-browser'));
  const isInstalledNow = maySystem ? installFromDebian() : installFromPlaywright();
  if (isInstalledNow && (await findBrowser())) return;
  const advice =
    'The tests need a browser: install Chromium or Chrome (on Debian: apt-get install chromium-headless-shell fonts-noto-cjk) and run this again.';
  stop(isInstalledNow ? advice : `${explain('the browser')} ${advice}`);
}

async function main() {
  checkNode();
  installPackages();
  if (process.argv.includes('--browser')) await installBrowser();
}

const isCommand = process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href;
if (isCommand) main().catch((error) => stop(error.message));
