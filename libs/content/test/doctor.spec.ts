import { describe, expect, it } from '@jest/globals';
import { parseManifest, type Finding, type Manifest } from '@aula/scorm';
import { Doctor } from '../src/examination/doctor.entity.js';
import { authoringTool } from '../src/examination/tool.entity.js';
import { aManifest } from './a-package.js';

const read = (version: '1.2' | '2004'): Manifest =>
  parseManifest(Buffer.from(aManifest({ version })), { files: ['index.html'], manifestPath: 'imsmanifest.xml' }).manifest!;
const manifest = read('1.2');
const page = (body: string, head = '<title>T</title>', html = '<html lang="es">'): string =>
  `<!doctype html>\n${html}\n<head>${head}</head>\n<body>\n${body}\n</body></html>`;
const told = (found: readonly Finding[]) => found.map(({ code, line, parameters }) => [code, line, ...Object.values(parameters)]);
const examine = (files: Readonly<Record<string, string>>) => {
  const doctor = new Doctor();
  for (const [path, text] of Object.entries(files)) doctor.examine(path, text);
  return doctor.diagnose(
    manifest,
    Object.entries(files).map(([path, text]) => ({ path, sent: text.length })),
  );
};
const inPage = (body: string) => told(examine({ 'index.html': page(body) }).findings);

describe('a page', () => {
  it('that is in order is not mentioned', () => {
    expect(inPage('<img src="a.png" alt=""><a href="https://example.net/">x</a><script src="a.js"></script>')).toEqual([]);
  });

  it.each<[string, string, (string | number)[][]]>([
    ['an insecure image', '<img alt="" src="http://media.test/a.png">', [['content-insecure', 5, 'http://media.test/a.png']]],
    ['an insecure script', '\n<script src="http://cdn.test/a.js"></script>', [['content-insecure', 6, 'http://cdn.test/a.js']]],
    ['an insecure frame', '<iframe title=x src=http://media.test/></iframe>', [['content-insecure', 5, 'http://media.test/']]],
    ['a link in the same frame', '<a href="http://media.test/">x</a>', [['content-insecure', 5, 'http://media.test/']]],
    ['a link in a window of its own', '<a target="_blank" href="http://media.test/">x</a>', []],
    ['a script of another site', '<script src="https://cdn.test/a.js"></script>', [['content-external', 5, 'https://cdn.test/a.js']]],
    ['another site, scheme left out', '<img alt="" src="//cdn.test/a.png">', [['content-external', 5, '//cdn.test/a.png']]],
    ['an image by style', '<p style="background:url(http://media.test/a.png)">', [['content-insecure', 5, 'http://media.test/a.png']]],
    [
      'a style sheet within',
      '<style>\np{}\n@import "http://media.test/a.css";</style>',
      [['content-insecure', 7, 'http://media.test/a.css']],
    ],
    ['a script within', '<script>\nload("http://media.test/a.mp4")</script>', [['content-insecure', 6, 'http://media.test/a.mp4']]],
    ['a namespace', '<script>ns = "http://www.w3.org/2000/svg"</script>', []],
    ['data in place', '<img alt="x" src="data:image/gif;base64,R0lGOD">', []],
    ['a comment', '<!-- <img src="http://media.test/a.png"> -->', []],
    ['images without words', '<img src="a.png">\n<img src="b.png"><img alt="c" src="c.png">', [['image-without-alternative', 5, 2]]],
    ['a video with nothing beside it', '\n<video src="a.mp4"></video><audio src="a.mp3"></audio>', [['media-without-captions', 6, 2]]],
    ['a video with chapters alone', '<video><track kind="chapters" src="c.vtt"></video>', [['media-without-captions', 5, 1]]],
    ['a video with captions', '<video><source src="a.mp4"><track kind="captions" src="c.vtt"></video>', []],
    ['a video with subtitles, which a track is by itself', '<video><track src="c.vtt"></video>', []],
    ['a video that plays without sound', '<video muted autoplay src="a.mp4"></video>', []],
    ['a frame without a name', '<iframe src="a.html"></iframe><iframe src="b.html" title="Map"></iframe>', [['frame-without-title', 5, 1]]],
    ['a frame that nobody is to find', '<iframe src="a.html" hidden></iframe><iframe aria-hidden="true"></iframe>', []],
    ['fields without a label', '<input><select></select><textarea placeholder="Why?"></textarea>', [['field-without-label', 5, 3]]],
    [
      'fields with one, before, around or beside',
      '<input id="a"><label for="a">A</label><label>B <input></label><input aria-label="C">',
      [],
    ],
    ['a label of another field', '<label for="a">A</label><input id="b">', [['field-without-label', 5, 1]]],
    ['buttons', '<input type="submit"><input type="hidden"><input type="image" alt="Go" src="a.png"><button>x</button>', []],
    ['images for their looks', '<img src="a.png" role="presentation"><img src="b.png" aria-hidden="true">', []],
  ])('%s', (_, body, found) => {
    expect(inPage(body)).toEqual(found);
  });

  it('without language or title', () => {
    expect(told(examine({ 'index.html': page('', '', '<html>') }).findings)).toEqual([
      ['page-without-language', 2],
      ['page-without-title', 2],
    ]);
  });

  it.each([
    ['width=device-width, initial-scale=1', false],
    ['width=device-width, user-scalable=no', true],
    ['width=device-width; User-Scalable=0', true],
    ['width=device-width, initial-scale=1, maximum-scale=1.0', true],
    ['width=device-width, maximum-scale=5, user-scalable=yes', false],
    ['maximum-scale', false],
  ])('whose viewport is “%s” blocks zooming: %s', (content, blocked) => {
    const found = examine({ 'index.html': page('', `<title>T</title>\n<meta name="viewport" content="${content}">`) }).findings;
    expect(told(found)).toEqual(blocked ? [['zoom-blocked', 4]] : []);
  });

  it('that is a part of another one needs neither', () => {
    expect(examine({ 'part.html': '<p>text</p>' }).findings).toEqual([]);
  });
});

describe('style sheets and scripts', () => {
  it('are read too, a script told once', () => {
    expect(
      told(
        examine({
          'a.css': 'p{}\np{background:url("http://media.test/a.png")}',
          'b.js': '// "\nvar a = "http://media.test/1", b = "http://media.test/2";',
        }).findings,
      ),
    ).toEqual([
      ['content-insecure', 2, 'http://media.test/a.png'],
      ['content-insecure', 2, 'http://media.test/1'],
    ]);
  });
});

it.each([
  ['tags', '<img src=a>\n'.repeat(80_000)],
  ['nested tags', '<b>'.repeat(300_000)],
  ['a tag that never ends', `<img ${'a '.repeat(500_000)}`],
  ['attributes', `<p ${Array.from({ length: 50_000 }, (_, at) => `a${at}=""`).join(' ')}>`],
  ['addresses', `<style>${'url(a)'.repeat(150_000)}</style>`],
  ['quotes', `<script>${'"'.repeat(900_000)}</script>`],
  ['the beginnings of addresses', `<script>${'"http://a.'.repeat(90_000)}</script>`],
  ['comments', '<!--'.repeat(200_000)],
])('a page of a megabyte of %s is read to its end', (_, body) => {
  expect(inPage(body).length).toBeLessThan(30);
});

it('names twenty of one kind and counts the rest', () => {
  const found = inPage('<img alt="" src="http://media.test/a.png">'.repeat(23));
  expect([found.length, found.at(-1)]).toEqual([21, ['findings-truncated', undefined, 'content-insecure', 3]]);
});

describe('weight', () => {
  it('is of the first page with what it loads, and of all', () => {
    const files = {
      'index.html': page('<img alt="" src="img/a.png?v=1"><link rel="stylesheet" href="style.css">'),
      'style.css': 'p{background:url(img/b.png)}',
      'img/a.png': 'a'.repeat(200_000),
      'img/b.png': 'b'.repeat(300_000),
      'img/c.png': 'c'.repeat(500_000),
    };
    const doctor = new Doctor();
    doctor.examine('index.html', files['index.html']);
    doctor.examine('style.css', files['style.css']);
    const sizes = Object.entries(files).map(([path, { length }]) => ({ path, sent: length }));
    const all = doctor.diagnose(manifest, sizes).weight;
    const first = files['index.html'].length + files['style.css'].length + 500_000;
    expect(all).toMatchObject({ firstPageBytes: first, firstPageSeconds: 5, bytes: first + 500_000, seconds: 9 });
  });

  it('that asks for too much patience is a finding', () => {
    const doctor = new Doctor();
    doctor.examine('index.html', page('<video muted src="film.mp4"></video>'));
    const sizes = [{ path: 'index.html', sent: 100 }].concat({ path: 'film.mp4', sent: 10_000_000 });
    expect(told(doctor.diagnose(manifest, sizes).findings)).toEqual([['first-page-heavy', undefined, 81]]);
  });
});

it.each([
  ['1.2', 'function find(w) { return w.API_1484_11 }', true],
  ['1.2', 'API.LMSInitialize("")', false],
  ['1.2', 'w.API_1484_11 || w.API.LMSInitialize("")', false],
  ['2004', 'API.LMSInitialize("")', true],
  ['2004', 'w.API_1484_11.Initialize("")', false],
] as const)('SCORM %s with %s', (version, script, otherApi) => {
  const doctor = new Doctor();
  doctor.examine('a.js', script);
  const found = doctor.diagnose(read(version), []);
  expect([found.otherApi, told(found.findings)]).toEqual([otherApi, otherApi ? [['runtime-api-mismatch', undefined, version]] : []]);
});

it.each([
  ['story_content/user.js', 'Articulate Storyline'],
  ['scormcontent/index.html', 'Articulate Rise'],
  ['assets/js/CPM.js', 'Adobe Captivate'],
  ['res/index.html', 'iSpring'],
  ['trivantis-cookie.js', 'Lectora'],
  ['common_i18n.js', 'eXeLearning'],
  ['h5p.json', 'H5P'],
  ['adapt/js/adapt.min.js', 'Adapt'],
  ['index.html', undefined],
])('%s is of %s', (path, tool) => {
  expect(authoringTool(['imsmanifest.xml', path])).toBe(tool);
});
