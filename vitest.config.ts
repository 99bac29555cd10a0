import { defineConfig } from 'vitest/config';

/** No test is about time: a busy machine may take longer than the usual five seconds. */
const testTimeout = 60_000;

const project = (name: string) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], environment: 'node', testTimeout },
});

/** `unit` and `content` need nothing built; `built` looks at what `npm run build` wrote. */
export default defineConfig({
  test: { projects: [project('unit'), project('content'), project('built')] },
});
