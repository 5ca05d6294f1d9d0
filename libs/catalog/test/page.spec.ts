import { describe, expect, it } from '@jest/globals';
import { htmlOf } from '../src/unit/page.entity.js';

describe('what an author writes', () => {
  it('is CommonMark with tables', () => {
    expect(htmlOf('## Título\n\n1. uno\n2. **dos**\n\n| a | b |\n|:--|--:|\n| 1 | 2 |')).toBe(
      '<h2>Título</h2>\n<ol>\n<li>uno</li>\n<li><strong>dos</strong></li>\n</ol>\n<table>\n<thead>\n<tr>\n<th style="text-align:left">a</th>\n' +
        '<th style="text-align:right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td style="text-align:left">1</td>\n' +
        '<td style="text-align:right">2</td>\n</tr>\n</tbody>\n</table>\n',
    );
  });

  it('links to https and to files of the academy, and takes nothing along', () => {
    expect(htmlOf('[a](https://oas.org "OEA")')).toBe(
      '<p><a title="OEA" href="https://oas.org" target="_blank" rel="noopener noreferrer">a</a></p>\n',
    );
    const own = '/api/catalog/files/01a20a4c-f48e-7aca-82a6-0210e6cb029f';
    expect(htmlOf(`[a](${own}) ![mapa](${own})`)).toBe(`<p><a href="${own}" rel="noopener">a</a> <img src="${own}" alt="mapa" /></p>\n`);
    expect(htmlOf('![mapa](https://oas.org/mapa.png)')).toBe('<p><img src="https://oas.org/mapa.png" alt="mapa" /></p>\n');
    expect(htmlOf('ver https://oas.org y oas.org')).toBe(
      '<p>ver <a href="https://oas.org" target="_blank" rel="noopener noreferrer">https://oas.org</a> y oas.org</p>\n',
    );
  });
});

describe('what an attacker writes', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<a href="https://oas.org" onclick="alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt&#58;alert(1))',
    '[x](&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1))',
    '[x](vbscript:x) [y](data:text/html;base64,PHNjcmlwdD4=) [z](file:///etc/passwd)',
    '![x](javascript:alert(1)) ![y](data:image/svg+xml;base64,PHN2Zz4=)',
    '![x](https://oas.org/a.png" onerror="alert(1))',
    '[x](https://oas.org/"onmouseover="alert(1))',
    '<javascript:alert(1)>',
    '<iframe src="https://oas.org"></iframe><object data="x"></object><form action="https://oas.org"><input></form>',
    '```js" onclick="alert(1)\nx\n```',
    '[ref]: javascript:alert(1)\n\n[ref]',
    '<style>*{display:none}</style> <math><mtext></mtext></math>',
  ];
  it.each(attacks)('%s does nothing', (attack) => {
    const html = htmlOf(attack);
    const tags = html.match(/<[^>]*>/g) ?? [];
    expect(tags.join(' ')).not.toMatch(/script|iframe|object|form|input|style>|svg|math|\son\w+\s*=|javascript:|vbscript:|data:|file:/i);
  });

  it.each(['[x](http://oas.org)', '[x](//oas.org)', '[x](/api/identity/me)', '[x](#top)', '[x](mailto:a@oas.org)'])(
    '%s is no link',
    (link) => {
      expect(htmlOf(link)).toBe('<p><a>x</a></p>\n');
    },
  );
  it.each(['![x](http://oas.org/a.png)', '![x](//oas.org/a.png)', '![x](/api/catalog/files/../../identity/me)'])(
    '%s is no picture',
    (picture) => {
      expect(htmlOf(picture)).toBe('<p></p>\n');
    },
  );
});
