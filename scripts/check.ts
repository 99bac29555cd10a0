/**
 * `npm test` after the set-up: every check there is, one after the other. A check that fails shows its output and says
 * what to do; the others still run. `npm test types browser` runs only those named.
 */
import { type Command, run } from './project.ts';

/** The browser tests that passed at the second try only, as their report names them. */
const flaky = /^ +\d+ flaky\n(?: {4}.*\n)*/m;

interface Check {
  readonly name: string;
  /** What a person does about a failure. */
  readonly advice: string;
  readonly commands: readonly Command[];
  /** Without it, the checks after it have nothing to look at. */
  readonly isNeeded?: boolean;
}

const pages = ['dist/**/*.html'];
/** A second build below a path, to prove that no link assumes the root. */
const below = { SITE_ADDRESS: 'https://customer-atlas.example/handbook/', SITE_OUTPUT: 'dist-handbook' };

const checks: readonly Check[] = [
  {
    name: 'style',
    advice: 'Run `npm run format`; what remains is named above.',
    commands: [
      { tool: 'biome', args: ['check', '--error-on-warnings'] },
      { tool: 'prettier', args: ['--check', '--log-level=warn', 'src/**/*.astro'] },
    ],
  },
  {
    name: 'types',
    advice: 'Mend the types named above; src/lib is compiled without DOM types on purpose.',
    commands: [
      { tool: 'tsc', args: ['-p', 'src/lib/tsconfig.json'] },
      { tool: 'astro', args: ['check', '--minimumFailingSeverity', 'hint'] },
    ],
  },
  {
    name: 'japanese',
    advice: 'Rewrite the sentences named above; CONTRIBUTING.md says how Japanese is written here.',
    commands: [{ tool: 'textlint', args: ['src/content/**/ja.mdx'] }],
  },
  {
    name: 'unit',
    advice: 'The failing test names what a reader would meet.',
    commands: [{ tool: 'vitest', args: ['run', '--project', 'unit', '--project', 'content'] }],
  },
  {
    name: 'build',
    advice: 'Problems in src/content are listed above, each with its mend.',
    commands: [
      { tool: 'astro', args: ['build'] },
      { tool: 'astro', args: ['build'], env: below },
    ],
    isNeeded: true,
  },
  {
    name: 'html',
    advice: 'Mend the markup in the component that writes it.',
    commands: [{ tool: 'html-validate', args: pages }],
  },
  {
    name: 'built',
    advice: 'A budget, a promised address or the security policy is broken: the test says which, and by how much.',
    commands: [{ tool: 'vitest', args: ['run', '--project', 'built'] }],
  },
  {
    name: 'browser',
    advice: 'See one at work: npx playwright test --headed -g "<title>".',
    commands: [{ tool: 'playwright', args: ['test'] }],
  },
];

function passes({ name, advice, commands }: Check): boolean {
  process.stdout.write(`${name} … `);
  const start = performance.now();
  const results = commands.map((command) => run(command, 'keep'));
  const failed = results.filter(({ status }) => status !== 0);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(failed.length === 0 ? `passed in ${seconds} s` : `FAILED in ${seconds} s`);
  for (const { stdout, stderr } of failed) console.log(`\n${stdout}${stderr}`);
  for (const { stdout } of results) if (failed.length === 0) process.stdout.write(flaky.exec(stdout)?.[0] ?? '');
  if (failed.length > 0) console.log(`→ ${name}: ${advice}\n`);
  return failed.length === 0;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(`No check is called ${unknown.join(', ')}: choose from ${checks.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

let passed = 0;
let failed = 0;
for (const check of checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  if (passes(check)) passed += 1;
  else {
    failed += 1;
    if (check.isNeeded) break;
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
