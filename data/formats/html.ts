/**
 * Side by side on one page: for reading, printing and sending to the desk. One file, complete in itself: no script, no font, no image
 * from outside, and a policy that forbids them. It is a real table, so that it can also be copied into Word or a spreadsheet.
 * Text is escaped as for XML; what XML cannot hold is U+FFFD.
 */
import { createHash } from 'node:crypto';
import type { BitextArticle, BitextWriter, Provenance } from './bitext.ts';
import { articleSection, languagePair, markSymbols, titleElement } from './html-article.ts';
import { style } from './html-style.ts';
import { escapeText, startTag, textElement } from './xml.ts';

const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;

export const html: BitextWriter = {
  id: 'html',
  name: 'HTML, side by side',
  extension: 'html',
  mime: 'text/html',
  holds: () => true,
  *write(articles, provenance) {
    yield head(articles, provenance);
    if (articles.length > 1) yield contents(articles);
    for (const article of articles) yield* articleSection(article, provenance);
    yield '</main>\n</body>\n</html>\n';
  },
};

function head(articles: readonly BitextArticle[], { tool, version }: Provenance): string {
  const [first] = articles;
  const title = articles.length === 1 && first ? first.title : counted(articles.length, 'article');
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    startTag('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    startTag('meta', { name: 'generator', content: `${tool} ${version}` }),
    textElement('title', {}, title),
    // Not escaped: `style` is a constant without markup, and its hash is of these very characters.
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    markSymbols,
    '<main>\n',
  ].join('\n');
}

function contents(articles: readonly BitextArticle[]): string {
  const entries = articles.map(
    (article) =>
      `<li>${startTag('a', { href: `#a${article.id}` })}${titleElement(article)}</a>` +
      ` <small>${escapeText(languagePair(article))} · ${counted(article.units.length, 'unit')}</small></li>`,
  );
  return `<nav class="contents"><h1>${counted(articles.length, 'article')}</h1>\n<ol>\n${entries.join('\n')}\n</ol></nav>\n`;
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
