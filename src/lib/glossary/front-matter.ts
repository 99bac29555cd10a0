const pattern = /^---\n(.*?)\n---\n/s;

/** The two parts of a page as it is written: its data, in YAML, and its text. */
export function splitPage(page: string): { readonly frontMatter: string; readonly body: string } {
  const text = page.replaceAll('\r\n', '\n');
  const [whole = '', frontMatter = ''] = pattern.exec(text) ?? [];
  return { frontMatter, body: text.slice(whole.length) };
}
