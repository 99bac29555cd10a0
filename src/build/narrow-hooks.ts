import type { AstroIntegration } from 'astro';

/** A plugin of the bundler, as far as it is read here. */
interface Plugin {
  readonly name: string;
  resolveId?: object;
  transform?: object;
}

const pages = /\/src\/pages\//;
/** The imports of modules written in Markdown. There are none: content is read as data. */
const none = /^$/;

/**
 * Hooks of Astro and its MDX that would be called for every import or every module of a build, and the addresses they
 * have an answer for, in the versions that the test of this file names. (A route that an integration injects would be
 * another.) What the bundler need not ask in JavaScript is a twentieth of a build that changes one page.
 */
const answered: readonly (readonly [plugin: string, hook: 'resolveId' | 'transform', addresses: RegExp])[] = [
  ['@astro/plugin-incremental', 'transform', /\.(css|less|sass|scss|styl|stylus|pcss|postcss|sss)(\?|$)/],
  ['@mdx-js/rolldown', 'resolveId', none],
  ['astro:markdown', 'resolveId', none],
  ['astro:routes', 'transform', pages],
  ['astro:scripts:page-ssr', 'transform', pages],
  ['astro:session-provider', 'resolveId', /\/session\//],
];

function narrowed(hook: object, id: RegExp): object {
  return { ...('handler' in hook ? hook : { handler: hook }), filter: { id } };
}

/** Lets the bundler call these hooks for such addresses alone. */
export function narrowHooks(): AstroIntegration {
  return {
    name: 'narrow-hooks',
    hooks: {
      'astro:config:setup': ({ updateConfig, logger }) => {
        const narrow = {
          name: 'narrow-hooks',
          apply: 'build' as const,
          configResolved: ({ plugins }: { readonly plugins: readonly Plugin[] }) => {
            for (const [name, hook, addresses] of answered) {
              const plugin = plugins.find((known) => known.name === name);
              if (plugin?.[hook]) plugin[hook] = narrowed(plugin[hook], addresses);
              else
                logger.warn(`Astro has no hook ${hook} of ${name} any more: take it out of src/build/narrow-hooks.ts.`);
            }
          },
        };
        updateConfig({ vite: { plugins: [narrow] } });
      },
    },
  };
}
