import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';

const metrics = new URL('../../src/lib/metrics/', import.meta.url).pathname;

/** Bytes (gzip) of modules of the measures with all they import at first, bundled and minified as for a browser. */
async function bundledSize(...modules: readonly string[]): Promise<number> {
  const imports = modules.map((module) => `export * from '${metrics}${module}';`).join('\n');
  const bundle = await rolldown({
    input: 'entry',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? id : null),
        load: (id) => (id === 'entry' ? imports : null),
      },
    ],
  });
  const { output } = await bundle.generate({ minify: true });
  await bundle.close();
  return output.reduce((sum, part) => sum + (part.type === 'chunk' ? gzipSync(part.code).length : 0), 0);
}

describe('bytes of the measures', () => {
  it('the whole library fits in 20 kB', async () => {
    const size = await bundledSize('index.ts', 'measures.ts');
    expect(size).toBeGreaterThan(8_000);
    expect(size).toBeLessThanOrEqual(20_000);
  });

  it('what the lifetime-value page computes and links with at first fits in 8 kB', async () => {
    const first = await bundledSize('../calculators/lifetime-value.ts', '../calculators/link.ts');
    expect(first).toBeGreaterThan(1_000);
    expect(first).toBeLessThanOrEqual(8_000);
  });
});
