import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './scripts/setup.mjs';

const host = '127.0.0.1';
export const address = `http://${host}:4411`;
export const handbookAddress = `http://${host}:4412`;

const executablePath = await findBrowser();
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Serves a folder that is already built. */
function built(folder: string, base: string, origin: string) {
  const { port } = new URL(origin);
  return {
    command: `node_modules/.bin/node scripts/static-server.ts ${folder} ${base} ${port}`,
    url: `${origin}${base}`,
    reuseExistingServer: false,
  };
}

export default defineConfig({
  testDir: 'tests/browser',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // On two busy cores one test in some thousands loses a race that no reader loses. The list names those that tried again.
  retries: 1,
  // No test is about time: a busy machine may take longer than usual.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: address,
    launchOptions: { args: quiet, ...(executablePath && { executablePath }) },
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      use: { ...devices['Desktop Chrome'], viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
      testMatch: /accessibility|targets/,
    },
  ],
  webServer: [built('dist', '/', address), built('dist-handbook', '/handbook/', handbookAddress)],
});
