import { describe, expect, it } from '@jest/globals';
import { aManifest, firstItem, read, readWell } from './builders.js';

const sco = (href: string, attributes = '') => `<resource identifier="R1" ${attributes} adlcp:scormtype="sco" href="${href}"/>`;

describe('addresses', () => {
  const opened = (resources: string, files: string[], items?: string) => {
    const { manifest, codes } = read(aManifest({ resources, ...(items !== undefined && { items }) }), files);
    return { launch: manifest && firstItem(manifest).launch, codes };
  };
  const at = (path: string, query = '', fragment = '') => ({ path, query, fragment });

  it.each([
    ['plain', 'a/index.html', 'a/index.html', []],
    ['dots', './a/../a/index.html', 'a/index.html', []],
    ['percent-encoded', 'm%C3%B3dulo%201.html', 'módulo 1.html', []],
    ['an unencoded space', 'módulo 1.html', 'módulo 1.html', []],
    ['backslashes', 'a\\index.html', 'a/index.html', ['href-backslash']],
    ['other case', 'A/Index.HTML', 'a/index.html', ['href-case-mismatch']],
    ['other form of letters', 'mo\u0301dulo 1.html', 'módulo 1.html', ['href-case-mismatch']],
    ['a file whose name holds an escape', 'x%20y.html', 'x%20y.html', ['href-encoding-mismatch']],
    ['encoded twice', 'm%25C3%25B3dulo%25201.html', 'módulo 1.html', ['href-encoding-mismatch']],
    ['plus for space', 'módulo+1.html', 'módulo 1.html', ['href-encoding-mismatch']],
    ['escapes of windows-1252', 'm%F3dulo%201.html', 'módulo 1.html', ['href-encoding-mismatch']],
    ['a sign that is no escape', '100%.html', '100%.html', []],
    ['a leading slash', '/a/index.html', 'a/index.html', ['href-rooted']],
  ])('%s', (_, href, path, codes) => {
    const files = ['a/index.html', 'módulo 1.html', 'x%20y.html', '100%.html'];
    expect(opened(sco(href), files)).toEqual({ launch: at(path), codes });
  });

  it('an exact match wins over another case', () => {
    expect(opened(sco('Index.html'), ['index.html', 'Index.html'])).toEqual({ launch: at('Index.html'), codes: [] });
  });

  it('query and fragment stay as they are', () => {
    expect(opened(sco('index.html?a=%20b&amp;c=d#part'), ['index.html']).launch).toEqual(at('index.html', '?a=%20b&c=d', '#part'));
  });

  it.each([
    ['?x=1', '', '?x=1', ''],
    ['&amp;x=1', '', '?x=1', ''],
    ['x=1', '?a=0', '?a=0&x=1', ''],
    ['??&amp;x=1', '?a=0#top', '?a=0&x=1', '#top'],
    ['#end', '', '', '#end'],
    ['#end', '#top', '', '#top'],
    ['x=1#end', '', '?x=1', '#end'],
    ['?', '', '', ''],
  ])('parameters %s on index.html%s', (parameters, suffix, query, fragment) => {
    const items = `<item identifier="I1" identifierref="R1" parameters="${parameters}"><title>One</title></item>`;
    expect(opened(sco(`index.html${suffix}`), ['index.html'], items).launch).toEqual(at('index.html', query, fragment));
  });

  it('xml:base adds up from the manifest to the resource', () => {
    const xml = aManifest({ resources: sco('c.html', 'xml:base="b/"') })
      .replace('identifier="M"', 'identifier="M" xml:base="m/"')
      .replace('<resources>', '<resources xml:base="r/">');
    const { manifest, codes } = readWell(xml, ['m/r/b/c.html']);
    expect([firstItem(manifest).launch, codes]).toEqual([at('m/r/b/c.html'), []]);
  });

  it.each([
    ['without its last slash names a file, as for every URL', 'a/x', ['a/index.html'], 'a/index.html'],
    ['is read as a folder when only that fits', 'a/x', ['a/x/index.html'], 'a/x/index.html'],
  ])('xml:base %s', (_, base, files, path) => {
    expect(opened(sco('index.html', `xml:base="${base}"`), files).launch).toEqual(at(path));
  });

  it('are relative to the manifest, also in a folder', () => {
    const { manifest, codes } = readWell(
      aManifest({ resources: sco('../shared/index.html') }),
      ['shared/index.html'],
      'course/IMSMANIFEST.XML',
    );
    expect([firstItem(manifest).launch, codes]).toEqual([at('shared/index.html'), ['manifest-in-folder', 'manifest-name-case']]);
  });

  it.each([
    ['out of the package', '../../etc/passwd', 'href-outside-package'],
    ['out of the package in disguise', '%2e%2e/%2e%2e/etc/passwd', 'href-outside-package'],
    ['a script', 'javascript:alert(1)', 'href-scheme-refused'],
    ['a local file', 'file:///c:/course/index.html', 'href-scheme-refused'],
    ['a drive', 'C:\\course\\index.html', 'href-scheme-refused'],
  ])('that lead to %s are refused', (_, href, code) => {
    const { manifest, findings } = readWell(aManifest({ resources: sco(href) }));
    expect(firstItem(manifest).launch).toBeUndefined();
    expect(findings).toContainEqual(expect.objectContaining({ severity: 'error', code, line: 4 }));

    const unused = aManifest({ resources: sco('index.html') + sco(href).replace('R1', 'R2') });
    expect(readWell(unused).findings.filter(({ severity }) => severity === 'error')).toEqual([]);

    const listed = sco('index.html').replace('/>', `><file href="${href}"/></resource>`);
    expect(readWell(aManifest({ resources: listed })).findings).toContainEqual(expect.objectContaining({ severity: 'warning', code }));
  });

  it.each(['https://example.org/sco/index.html?a=1', '//example.org/sco/index.html?a=1'])('on another site are kept apart: %s', (href) => {
    const { manifest, findings } = readWell(aManifest({ resources: sco(href) }));
    const item = firstItem(manifest);
    expect([item.launch, item.externalUrl]).toEqual([undefined, 'https://example.org/sco/index.html?a=1']);
    expect(findings).toMatchObject([{ severity: 'warning', code: 'href-external' }]);
  });

  it('that lead nowhere stop the import at the item', () => {
    const { manifest, findings } = readWell(aManifest({ resources: sco('gone.html') }));
    expect(firstItem(manifest)).toMatchObject({ kind: 'sco', resource: 'R1' });
    expect(findings).toEqual([
      { severity: 'error', code: 'launch-file-missing', path: 'imsmanifest.xml', line: 4, parameters: { item: 'I1', href: 'gone.html' } },
    ]);
  });

  it('may be missing altogether', () => {
    const { findings } = readWell(
      aManifest({ resources: '<resource identifier="R1" adlcp:scormtype="sco"><file href="index.html"/></resource>' }),
    );
    expect(findings).toMatchObject([{ severity: 'error', code: 'resource-without-href', parameters: { item: 'I1', resource: 'R1' } }]);
  });
});

describe('items and resources', () => {
  const items = (xml: string) => `<item identifier="I1" identifierref="R1"><title>One</title></item>${xml}`;

  it('an item without its resource is skipped', () => {
    const { manifest, findings } = readWell(
      aManifest({ items: items('<item identifier="I2" identifierref="R9"><title>Two</title></item>') }),
    );
    expect(manifest.organizations[0]?.items.map(({ identifier }) => identifier)).toEqual(['I1']);
    expect(findings).toMatchObject([{ severity: 'warning', code: 'item-resource-missing', parameters: { item: 'I2', resource: 'R9' } }]);
  });

  it.each([
    ['1.2', 'warning'],
    ['2004', 'error'],
  ] as const)('an item with neither content nor children in %s is a(n) %s', (version, severity) => {
    const { manifest, findings } = readWell(aManifest({ version, items: items('<item identifier="I2"><title>Two</title></item>') }));
    expect(manifest.organizations[0]?.items).toHaveLength(1);
    expect(findings).toMatchObject([{ severity, code: 'item-empty', parameters: { item: 'I2' } }]);
  });

  it('identifiers that are missing or used twice are given anew, so that runtime data stay apart', () => {
    const { manifest, findings } = readWell(
      aManifest({ items: items('<item identifier="I1" identifierref="R1"/><item identifierref="R1"><title>Three</title></item>') }),
    );
    expect(manifest.organizations[0]?.items.map(({ identifier }) => identifier)).toEqual(['I1', 'I1~2', 'item~1']);
    expect(findings.map(({ code }) => code).sort()).toEqual(['identifier-duplicate', 'identifier-missing', 'item-untitled']);
  });

  it('a resource used twice keeps the first and renames the second', () => {
    const { manifest, codes } = readWell(aManifest({ resources: sco('index.html') + sco('other.html') }), ['index.html', 'other.html']);
    expect(manifest.resources.map(({ identifier, launch }) => [identifier, launch?.path])).toEqual([
      ['R1', 'index.html'],
      ['R1~2', 'other.html'],
    ]);
    expect(codes).toEqual(['identifier-duplicate']);
  });

  it('an identifier that is too long to be found by refuses the package, by its bytes', () => {
    const named = (id: string) =>
      read(aManifest({ items: items(`<item identifier="${id}" identifierref="R1"><title>Two</title></item>`) }));
    expect(named('x'.repeat(1_000)).findings).toEqual([]);
    for (const id of ['x'.repeat(1_001), 'é'.repeat(501)])
      expect(named(id).findings).toMatchObject([{ code: 'identifier-too-long', severity: 'error', parameters: { limit: 1_000 } }]);
  });

  it('spaces around an identifier do not count', () => {
    const { manifest, codes } = readWell(aManifest({ resources: sco('index.html').replace('"R1"', '"  R1 "') }));
    expect([firstItem(manifest).resource, codes]).toEqual(['R1', []]);
  });

  it.each([
    ['scormType', 'SCO', 'sco', []],
    ['ScormType', 'Asset', 'asset', []],
    ['scormtype', 'applet', 'asset', ['resource-type-unknown']],
  ])('the SCORM type may be written %s="%s"', (name, value, kind, codes) => {
    const resources = `<resource identifier="R1" adlcp:${name}="${value}" href="index.html"/>`;
    const { manifest, codes: found } = readWell(aManifest({ resources }));
    expect([firstItem(manifest).kind, found]).toEqual([kind, codes]);
  });

  it.each([
    ['1.2', 'sco', ['resource-type-assumed']],
    ['2004', 'asset', []],
  ] as const)('the SCORM type left out in %s means %s', (version, kind, codes) => {
    const { manifest, codes: found } = readWell(aManifest({ version, resources: '<resource identifier="R1" href="index.html"/>' }));
    expect([firstItem(manifest).kind, found]).toEqual([kind, codes]);
  });

  it('resources of a sub-manifest can be used, the rest of it is left out', () => {
    const inner = `<manifest identifier="S" xml:base="sub/"><organizations/><resources>${sco('in.html').replace('R1', 'R2')}</resources></manifest>`;
    const { manifest, findings } = readWell(
      aManifest({ items: items('<item identifier="I2" identifierref="R2"><title>Two</title></item>'), tail: inner }),
      ['index.html', 'sub/in.html'],
    );
    expect(manifest.organizations[0]?.items[1]?.launch?.path).toBe('sub/in.html');
    expect(findings).toMatchObject([{ severity: 'warning', code: 'submanifest-ignored', parameters: { identifier: 'S' } }]);
  });

  it.each([
    ['cmi5.xml', 'cmi5'],
    ['tincan.xml', 'Tin Can'],
  ])('another standard in the same package is mentioned: %s', (file, standard) => {
    const { findings } = readWell(aManifest(), ['index.html', file]);
    expect(findings).toMatchObject([{ severity: 'info', code: 'package-also-xapi', parameters: { standard } }]);
  });

  it.each([
    ['http://www.imsglobal.org/xsd/imscp_v1p1', ['schema-location-odd']],
    ['http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd', []],
  ])('schemas are not read, whatever is said of them: %s', (stated, codes) => {
    const xsi = `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${stated}"`;
    expect(readWell(aManifest().replace('identifier="M"', `identifier="M" ${xsi}`)).codes).toEqual(codes);
  });
});
