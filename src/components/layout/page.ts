/** The script of every page, in one small file: nothing on a page waits for it. */
import '../glossary/term-notes.ts';
import '../search/search-opener.ts';
import './language-switch.ts';
