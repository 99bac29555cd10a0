import { defineConfig } from 'vitest/config';

const project = (name: string) => ({ test: { name, include: [`tests/${name}/**/*.test.ts`], environment: 'node' } });

/** `unit` and `content` need nothing built; `built` looks at what `npm run build` wrote. */
export default defineConfig({
  test: { projects: [project('unit'), project('content'), project('built')] },
});
