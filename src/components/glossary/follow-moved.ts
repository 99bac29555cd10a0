/** Goes on to where the page is now. A refresh by `<meta>` would lose the section that a link is about. */
const link = document.querySelector<HTMLAnchorElement>('a[data-moved]');
if (link) location.replace(link.href + location.search + location.hash);
