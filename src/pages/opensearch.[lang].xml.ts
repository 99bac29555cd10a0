import type { APIContext } from 'astro';
import type { Locale } from '../lib/i18n/locales.ts';
import { messagesIn } from '../messages.ts';
import { languagePaths } from '../queries.ts';
import { absolute, asset, href } from '../site.ts';

export const getStaticPaths = languagePaths;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** Lets a browser search the glossary from its address bar (OpenSearch 1.1). */
export function GET({ props: { locale } }: APIContext<{ locale: Locale }>) {
  const t = messagesIn(locale);
  const search = `${absolute(href(locale, { page: 'search' }))}?q={searchTerms}`;
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escaped(t('site.name'))}</ShortName>
  <Description>${escaped(t('feed.description'))}</Description>
  <Language>${locale}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image type="image/svg+xml">${escaped(absolute(asset('favicon.svg')))}</Image>
  <Url type="text/html" template="${escaped(search)}"/>
</OpenSearchDescription>
`;
  return new Response(text);
}
