import { createHash } from 'node:crypto';
import postcss, { type ChildNode } from 'postcss';

const policy = /<meta http-equiv="content-security-policy" content="([^"]*)">/;
const inlineElement = /<(script|style)(?![^>]*(?:\ssrc=|application\/))[^>]*>(.*?)<\/\1>/gs;
const hash = /\s*'sha256-[^']+'/g;
const style = /(<style>)(.*?)(<\/style>)/gs;
/** The class by which Astro ties a component's styles to its elements. */
const componentClass = /(?<![\w-])astro-[a-z0-9]{8}(?![\w-])/g;
/** The same, and the parts of charts. */
const drawnClass = /\b(?:astro-[a-z0-9]{8}|chart-[a-z\d-]+)\b/g;

const prunedSheets = new Map<string, string>();

/** Takes a rule out, and the at-rules that are empty without it. */
function remove(node: ChildNode): void {
  const { parent } = node;
  node.remove();
  if (parent?.type === 'atrule' && parent.nodes?.length === 0) remove(parent as ChildNode);
}

/** A style sheet without the rules for some classes; worked out once, as many pages lack the same ones. */
function withoutClasses(text: string, absent: ReadonlySet<string>): string {
  const key = [...absent, text].join();
  const known = prunedSheets.get(key);
  if (known !== undefined) return known;
  const sheet = postcss.parse(text);
  sheet.walkRules((rule) => {
    const left = rule.selectors.filter((selector) => !selector.match(drawnClass)?.some((name) => absent.has(name)));
    if (left.length === 0) remove(rule);
    else if (left.length < rule.selectors.length) rule.selectors = left;
  });
  prunedSheets.set(key, sheet.toString());
  return sheet.toString();
}

/**
 * The page without the styles of components that do not stand on it: a term page would else carry those of every
 * picture that any term page may show. Where there are islands, charts may come later.
 */
export function pruneStyles(html: string): string {
  const prunable = html.includes('<astro-island') ? componentClass : drawnClass;
  const present = new Set(html.replace(style, '').match(prunable));
  return html.replace(style, (_, open: string, text: string, close: string) => {
    const absent = new Set(text.match(prunable)?.filter((name) => !present.has(name)));
    return open + withoutClasses(text, absent) + close;
  });
}

/** What a rule asks of an element of a component: its tag, if any, and its other classes. */
const askedOf =
  /([a-z][\w-]*|)((?:\.(?!astro-[a-z0-9]{8}(?![\w-]))[\w-]+)*)\.(astro-[a-z0-9]{8})(?![\w-])((?:\.(?!astro-[a-z0-9]{8}(?![\w-]))[\w-]+)*)/g;
const tagWithClasses = /<([a-z][\w-]*)((?:\s[^<>]*?)?) class="([^"<>]*)"/g;

/** The page without the classes that no rule asks of their element: Astro marks every element of a component. */
export function pruneClasses(html: string): string {
  const asked = new Map<string, { tag: string; classes: string[] }[]>();
  for (const [, , text = ''] of html.matchAll(style)) {
    for (const [, tag = '', before = '', name = '', after = ''] of text.matchAll(askedOf)) {
      const classes = `${before}${after}`.split('.').filter(Boolean);
      asked.set(name, [...(asked.get(name) ?? []), { tag, classes }]);
    }
  }
  return html.replace(tagWithClasses, (whole, tag: string, attributes: string, value: string) => {
    const own = value.split(' ');
    const isAsked = (name: string) =>
      asked
        .get(name)
        ?.some((rule) => ['', tag].includes(rule.tag) && rule.classes.every((other) => own.includes(other)));
    const left = own.filter((name) => !name.match(componentClass) || isAsked(name));
    if (left.length === own.length) return whole;
    return left.length === 0 ? `<${tag}${attributes}` : `<${tag}${attributes} class="${left.join(' ')}"`;
  });
}

/** The page with short names for its components: Astro's are eight letters of chance, which no packing makes less. */
export function shortenNames(html: string): string {
  const names = [...new Set(html.match(componentClass))];
  return html.replace(componentClass, (name) => `c${names.indexOf(name)}`);
}

/** The page with a policy that names the scripts and styles standing in it, each by its hash, and no others. */
export function prunePolicy(html: string): string {
  const hashes = { script: new Set<string>(), style: new Set<string>() };
  for (const [, tag, text = ''] of html.matchAll(inlineElement)) {
    const digest = createHash('sha256').update(text).digest('base64');
    hashes[tag === 'style' ? 'style' : 'script'].add(` 'sha256-${digest}'`);
  }
  return html.replace(policy, (meta, rules: string) => {
    const directives = rules.split(';').map((directive) => {
      const [, kind] = /^\s*(script|style)-src /.exec(directive) ?? [];
      if (kind !== 'script' && kind !== 'style') return directive;
      return directive.replace(hash, '').trimEnd() + [...hashes[kind]].join('');
    });
    return meta.replace(rules, directives.join(';'));
  });
}

/**
 * Astro gives every page the styles of its whole route and the hashes of the whole site. Each page needs its own only:
 * a stricter policy, and a tenth of the bytes less.
 */
export const prunePage = (html: string): string => prunePolicy(shortenNames(pruneClasses(pruneStyles(html))));
