import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { siteAddress } from './scripts/project.ts';
import { alternates } from './src/build/alternates.ts';
import { contentCheck } from './src/build/content-check.ts';
import { devPages } from './src/build/dev-pages.ts';
import { finishPages } from './src/build/finish-pages.ts';
import { isListed } from './src/build/is-listed.ts';
import { narrowHooks } from './src/build/narrow-hooks.ts';

const address = siteAddress();
const folder = process.env.SITE_OUTPUT || 'dist';

export default defineConfig({
  site: address.origin,
  base: address.pathname,
  outDir: folder,
  // What is kept of a page holds its addresses: a build under another base does not take it away.
  cacheDir: `node_modules/.astro${address.pathname}`,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // As in JSX: a line break in the source is no space on the page. Japanese and Latin join without one.
  compressHTML: 'jsx',
  // Shorter than an attribute on every element: a term page has to fit in one round trip.
  scopedStyleStrategy: 'class',
  // Nothing is highlighted; Astro warns of a highlighter that the security policy would not allow.
  markdown: { syntaxHighlight: false },
  i18n: {
    locales: ['en', 'ja'],
    defaultLocale: 'en',
    routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false },
  },
  // Several pages at a time: most are read as they were kept, which is waiting for the disk.
  build: { inlineStylesheets: 'always', format: 'directory', concurrency: 4 },
  integrations: [
    contentCheck(),
    mdx(),
    react(),
    sitemap({
      filter: (page) => isListed(join(folder, page.slice(address.href.length))),
      serialize: (page) => ({ ...page, links: alternates(page.url, address.href) }),
    }),
    narrowHooks(),
    finishPages(),
    devPages(),
  ],
  experimental: { incrementalBuild: true },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "connect-src 'self'",
        "form-action 'self'",
        "img-src 'self'",
        "worker-src 'self'",
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    environments: {
      // The configuration of the content: Astro has loaded its own part of it already and need not transform it again.
      astro: { resolve: { external: ['astro/content/config', 'astro/loaders'] } },
      // Bundled, of what it can do only the cutting of text is left; it would load a parser of HTML besides.
      prerender: { resolve: { noExternal: ['budoux'] } },
    },
    build: {
      // Every script here is one small file: a preload list would weigh more than it saves.
      modulePreload: false,
      reportCompressedSize: false,
    },
  },
});
