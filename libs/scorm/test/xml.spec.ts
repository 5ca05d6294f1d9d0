import { describe, expect, it } from '@jest/globals';
import { firstItem, aManifest, read, readWell } from './builders.js';

const titled = (title: string, encoding = 'UTF-8') =>
  aManifest({ items: `<item identifier="I1" identifierref="R1"><title>${title}</title></item>` }).replace('UTF-8', encoding);

const utf16 = (text: string, littleEndian: boolean, mark: boolean) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return littleEndian ? bytes : bytes.swap16();
};

describe('the encoding of a manifest', () => {
  const titleOf = (bytes: Uint8Array) => {
    const { manifest, codes } = readWell(bytes);
    return { title: firstItem(manifest).title, codes };
  };

  it.each([
    ['UTF-8', Buffer.from(titled('Ética básica'))],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeff' + titled('Ética básica'))],
    ['UTF-16 little endian', utf16(titled('Ética básica', 'UTF-16'), true, true)],
    ['UTF-16 big endian', utf16(titled('Ética básica', 'UTF-16'), false, true)],
    ['UTF-16 little endian without a mark', utf16(titled('Ética básica', 'UTF-16'), true, false)],
    ['UTF-16 big endian without a mark', utf16(titled('Ética básica', 'UTF-16'), false, false)],
    ['ISO-8859-1 as declared', Buffer.from(titled('Ética básica', 'ISO-8859-1'), 'latin1')],
  ])('reads %s without a word', (_, bytes) => {
    expect(titleOf(bytes)).toEqual({ title: 'Ética básica', codes: [] });
  });

  it('reads a declared legacy encoding other than Latin', () => {
    const [before = '', after = ''] = titled('@', 'windows-1251').split('@');
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0xcf, 0xf0]), Buffer.from(after)]);
    expect(titleOf(bytes)).toEqual({ title: 'Пр', codes: [] });
  });

  it('reports windows-1252 bytes that are declared as UTF-8', () => {
    const bytes = Buffer.from(titled('\u0093Ética\u0094'), 'latin1');
    const { manifest, findings } = readWell(bytes);
    expect(firstItem(manifest).title).toBe('“Ética”');
    expect(findings).toEqual([
      {
        severity: 'warning',
        code: 'manifest-encoding',
        path: 'imsmanifest.xml',
        line: 1,
        parameters: { declared: 'UTF-8', actual: 'windows-1252' },
      },
    ]);
  });

  it('reports UTF-8 that is declared as something else, unless it is plain ASCII', () => {
    expect(titleOf(Buffer.from(titled('Ética', 'ISO-8859-1')))).toEqual({ title: 'Ética', codes: ['manifest-encoding'] });
    expect(titleOf(Buffer.from(titled('Etica', 'ISO-8859-1'))).codes).toEqual([]);
  });
});

describe('XML that is refused', () => {
  it.each([
    ['a document type', '<!DOCTYPE manifest>'],
    ['a document type with entities', '<!DOCTYPE m [<!ENTITY a "b">]>'],
    ['an external document type', '<!doctype manifest SYSTEM "http://example.org/x.dtd">'],
  ])('%s', (_, doctype) => {
    const { manifest, findings } = read(aManifest().replace('\n<manifest', `\n${doctype}\n<manifest`));
    expect(manifest).toBeUndefined();
    expect(findings).toMatchObject([{ severity: 'error', code: 'manifest-doctype', line: 2 }]);
  });

  it('a document type in UTF-16, where a scan of the raw bytes would miss it', () => {
    const text = aManifest().replace('\n<manifest', '\n<!DOCTYPE manifest>\n<manifest');
    expect(read(utf16(text, true, true)).codes).toEqual(['manifest-doctype']);
  });

  it('but not the word in a comment or in character data', () => {
    const title = '<title><![CDATA[<!DOCTYPE a>]]></title>';
    const xml = aManifest({ items: `<!-- <!DOCTYPE b> --><item identifier="I1" identifierref="R1">${title}</item>` });
    const { manifest, codes } = readWell(xml);
    expect([firstItem(manifest).title, codes]).toEqual(['<!DOCTYPE a>', []]);
  });

  it('more than 5 MB', () => {
    const { manifest, findings } = read(aManifest() + ' '.repeat(5 * 1024 ** 2));
    expect([manifest, findings]).toMatchObject([undefined, [{ code: 'manifest-too-large', parameters: { limit: 5 * 1024 ** 2 } }]]);
  });

  it('more than 64 levels', () => {
    const items = (depth: number): string => (depth === 0 ? '' : `<item identifier="N${depth}">${items(depth - 1)}</item>`);
    const { manifest, findings } = read(aManifest({ items: items(70) }));
    expect([manifest, findings]).toMatchObject([undefined, [{ code: 'manifest-too-deep', parameters: { limit: 64 } }]]);
  });

  it('more than 200,000 elements and attributes', () => {
    const xml = aManifest({ tail: '<x a="1"/>'.repeat(101_000) });
    expect(read(xml).codes).toEqual(['manifest-too-many-nodes']);
  });

  it('what is not well-formed, with its line', () => {
    const { manifest, findings } = read(aManifest().replace('</organizations>', ''));
    expect(manifest).toBeUndefined();
    const parameters = { tag: 'organizations', line: 7, column: expect.any(Number) };
    expect(findings).toMatchObject([{ severity: 'error', code: 'manifest-tag-unclosed', path: 'imsmanifest.xml', line: 7, parameters }]);
  });

  it.each([
    ['manifest-tag-unclosed', '<manifest>\n<a><b></a></manifest>', 2, { tag: 'b' }],
    ['manifest-tag-unclosed', '<manifest>\n<a>', 2, { tag: 'a' }],
    ['manifest-tag-unopened', '<manifest/>\n</a>', 2, {}],
    ['manifest-attribute-twice', '<manifest>\n<a b="1" b="2"/></manifest>', 2, {}],
    ['manifest-attribute-broken', '<manifest>\n<a b=1/></manifest>', 2, {}],
    ['manifest-attribute-broken', '<manifest>\n<a b/></manifest>', 2, {}],
    ['manifest-attribute-broken', '<manifest>\n<a b="1"c="2"/></manifest>', 2, {}],
    ['manifest-entity-unknown', '<manifest>\n&#xFFFF;</manifest>', 2, {}],
    ['manifest-character-refused', '<manifest>\nA\u0007</manifest>', 2, {}],
    ['manifest-text-outside', 'Esto no es XML', 1, {}],
    ['manifest-text-outside', '<manifest/>\n<manifest/>', 2, {}],
    ['manifest-malformed', '<manifest>\n<!x></manifest>', 2, {}],
  ])('%s: %j', (code, xml, line, more) => {
    const { manifest, findings } = read(xml);
    const parameters = { line, column: expect.any(Number), ...more };
    expect([manifest, findings]).toEqual([undefined, [{ severity: 'error', code, path: 'imsmanifest.xml', line, parameters }]]);
  });

  it.each([
    ['nothing', ''],
    ['only a declaration', '<?xml version="1.0"?>'],
    ['only a comment', '<!-- here will be a manifest -->'],
  ])('%s', (_, xml) => {
    expect(read(xml)).toMatchObject({ manifest: undefined, codes: [expect.stringMatching(/manifest-(empty|malformed)/)] });
  });

  it('another document', () => {
    const { manifest, findings } = read('<html><body/></html>');
    expect([manifest, findings]).toMatchObject([undefined, [{ code: 'manifest-wrong-root', parameters: { element: 'html' } }]]);
  });

  it.each(['<!--', '<![CDATA[', '&', '<!-- -->', ']]>', '<a '])('five megabytes of %s, in good time', (part) => {
    const xml = aManifest({ tail: part.repeat(5_000_000 / part.length) });
    expect(read(xml).codes.length).toBeLessThanOrEqual(1);
  });

  it('sixty thousand namesakes, in good time', () => {
    const { manifest, findings } = readWell(aManifest({ items: '<item identifier="A" identifierref="R1"/>'.repeat(60_000) }));
    expect(manifest.organizations[0]?.items.at(-1)?.identifier).toBe('A~60000');
    expect(findings.at(-1)).toMatchObject({ code: 'findings-truncated' });
  });

  it('bytes that are no text at all', () => {
    expect(read(Uint8Array.from({ length: 4096 }, (_, at) => (at * 131) % 256)).manifest).toBeUndefined();
  });
});

describe('namespaces', () => {
  it('are known by their address, whatever the prefix', () => {
    const xml = `<?xml version="1.0"?>
      <c:manifest xmlns:c="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:x="http://www.adlnet.org/xsd/adlcp_rootv1p2" identifier="M">
      <c:metadata><c:schemaversion>1.2</c:schemaversion></c:metadata>
      <c:organizations default="O"><c:organization identifier="O"><c:title>T</c:title>
      <c:item identifier="I1" identifierref="R1"><c:title>One</c:title><x:masteryscore>70</x:masteryscore></c:item>
      </c:organization></c:organizations>
      <c:resources><c:resource identifier="R1" x:scormtype="sco" href="index.html"/></c:resources></c:manifest>`;
    const { manifest, codes } = readWell(xml);
    expect(firstItem(manifest)).toMatchObject({ kind: 'sco', masteryScore: '70' });
    expect(codes).toEqual([]);
  });

  it('a customary prefix that was not declared is understood and reported once', () => {
    const xml = aManifest({ namespaces: 'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"' });
    const { manifest, findings } = readWell(xml);
    expect(firstItem(manifest).kind).toBe('sco');
    expect(findings).toMatchObject([{ severity: 'warning', code: 'namespace-undeclared', parameters: { prefix: 'adlcp' } }]);
  });

  it.each([['xmlns="urn:example:other" '], ['']])('a manifest in no namespace of its own is read and reported: %s', (namespace) => {
    const { manifest, codes } = readWell(aManifest({ namespaces: `${namespace}xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"` }));
    expect(firstItem(manifest)).toMatchObject({ kind: 'sco', launch: { path: 'index.html' } });
    expect(codes).toEqual(['namespace-missing']);
  });
});

describe('repairs', () => {
  it('escapes bare ampersands once, and says how many', () => {
    const xml = aManifest({
      items:
        '<item identifier="I1" identifierref="R1" parameters="?a=1&b=2&amp;c=3"><title>Law & order&nbsp;<![CDATA[& more]]></title></item>',
    });
    const { manifest, findings } = readWell(xml);
    expect(firstItem(manifest)).toMatchObject({ title: 'Law & order&nbsp;& more', launch: { query: '?a=1&b=2&c=3' } });
    expect(findings).toMatchObject([{ severity: 'warning', code: 'manifest-ampersand', parameters: { count: 3 } }]);
  });

  it('accepts blank lines before the declaration and keeps the count of lines', () => {
    const { findings } = readWell('\n\n' + aManifest({ items: '<item identifier="I1" identifierref="R1"/>' }));
    expect(findings).toMatchObject([{ code: 'item-untitled', line: 6 }]);
  });
});
