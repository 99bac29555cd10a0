import { readSetting, writeSetting } from '../../browser/storage.ts';
import { isLocale } from '../../lib/i18n/locales.ts';

/** Opened with this fragment, the page asks even readers who have chosen before. */
const askAgain = '#choose';

const links = [...document.querySelectorAll<HTMLAnchorElement>('a.choice')];
for (const link of links) link.addEventListener('click', () => writeSetting('language', link.hreflang));

const wished = [readSetting('language'), ...navigator.languages.map((language) => language.slice(0, 2))].find(isLocale);
const target = links.find(({ hreflang }) => hreflang === wished);
if (target && location.hash !== askAgain) location.replace(target.href);
