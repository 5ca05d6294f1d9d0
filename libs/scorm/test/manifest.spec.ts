import { describe, expect, it } from '@jest/globals';
import { itemsOf, launchableItems, launchUrl, playedOrganization, resourceFiles } from '../src/index.js';
import { aManifest, firstItem, read, readWell } from './builders.js';

describe('a SCORM 1.2 manifest', () => {
  it('becomes plain data', () => {
    const { manifest, findings } = readWell(aManifest());
    expect(findings).toEqual([]);
    expect(JSON.parse(JSON.stringify(manifest))).toEqual({
      parserVersion: 4,
      identifier: 'M',
      version: '1.2',
      ambiguousVersion: false,
      title: 'Course',
      defaultOrganization: 'O',
      organizations: [
        {
          identifier: 'O',
          title: 'Course',
          sequenced: false,
          objectivesGlobalToSystem: true,
          sharedDataGlobalToSystem: true,
          items: [
            {
              identifier: 'I1',
              title: 'One',
              visible: true,
              kind: 'sco',
              resource: 'R1',
              launch: { path: 'index.html', query: '', fragment: '' },
              children: [],
            },
          ],
        },
      ],
      resources: [
        {
          identifier: 'R1',
          type: 'webcontent',
          scormType: 'sco',
          launch: { path: 'index.html', query: '', fragment: '' },
          files: [],
          dependencies: [],
        },
      ],
    });
  });

  it('keeps what ADL added to an item', () => {
    const { manifest, findings } = readWell(
      aManifest({
        items: `<item identifier="I1" identifierref="R1" isvisible="false"><title> One
          and two </title>
          <adlcp:prerequisites type="aicc_script">A&amp;(B|C)</adlcp:prerequisites>
          <adlcp:maxtimeallowed>0001:30:00.5</adlcp:maxtimeallowed>
          <adlcp:timelimitaction>Exit, no message</adlcp:timelimitaction>
          <adlcp:datafromlms>line one
line two</adlcp:datafromlms>
          <adlcp:masteryscore>82.50</adlcp:masteryscore></item>`,
      }),
    );
    expect(findings).toEqual([]);
    expect(firstItem(manifest)).toMatchObject({
      title: 'One and two',
      visible: false,
      prerequisites: 'A&(B|C)',
      maxTimeAllowed: '0001:30:00.5',
      timeLimitAction: 'exit,no message',
      launchData: 'line one\nline two',
      masteryScore: '82.5',
    });
  });

  it('leaves out values of the wrong form and says so', () => {
    const { manifest, findings } = readWell(
      aManifest({
        items: `<item identifier="I1" identifierref="R1" isvisible="maybe"><title>One</title>
          <adlcp:maxtimeallowed>90 minutes</adlcp:maxtimeallowed><adlcp:timelimitaction>explode</adlcp:timelimitaction>
          <adlcp:masteryscore>120</adlcp:masteryscore></item>`,
      }),
    );
    expect(firstItem(manifest)).toEqual({
      identifier: 'I1',
      title: 'One',
      visible: true,
      kind: 'sco',
      resource: 'R1',
      launch: { path: 'index.html', query: '', fragment: '' },
      children: [],
    });
    expect(findings.map(({ code, parameters }) => [code, parameters['element']]).sort()).toEqual([
      ['value-invalid', 'isvisible'],
      ['value-invalid', 'masteryscore'],
      ['value-invalid', 'maxtimeallowed'],
      ['value-invalid', 'timeLimitAction'],
    ]);
  });

  it('may have SCOs below SCOs', () => {
    const { manifest, codes } = readWell(
      aManifest({
        items: `<item identifier="C"><title>Chapter</title><item identifier="A" identifierref="R1"><title>A</title>
          <item identifier="B" identifierref="R1"><title>B</title></item></item></item>`,
      }),
    );
    const { items } = playedOrganization(manifest);
    expect(itemsOf(items).map(({ identifier, kind }) => [identifier, kind])).toEqual([
      ['C', 'cluster'],
      ['A', 'sco'],
      ['B', 'sco'],
    ]);
    expect(launchableItems(items).map(({ identifier }) => identifier)).toEqual(['A', 'B']);
    expect(codes).toEqual([]);
  });
});

describe('the version', () => {
  it.each([
    ['1.2', '1.2', undefined],
    ['SCORM 1.2', '1.2', undefined],
    ['1.1', '1.2', undefined],
  ])('1.2 is stated as %s', (schemaversion, version, edition) => {
    const { manifest, codes } = readWell(aManifest({ schemaversion }));
    expect([manifest.version, manifest.edition, codes]).toEqual([version, edition, []]);
  });

  it.each([
    ['CAM 1.3', '2nd'],
    ['1.3', '2nd'],
    ['2004 3rd Edition', '3rd'],
    ['2004 4th Edition', '4th'],
  ])('2004 is stated as %s', (schemaversion, edition) => {
    const { manifest, codes } = readWell(aManifest({ version: '2004', schemaversion }));
    expect([manifest.version, manifest.edition, manifest.ambiguousVersion, codes]).toEqual(['2004', edition, false, []]);
  });

  it.each([
    ['1.2', { version: '1.2' }],
    ['2004', { version: '2004', edition: '2nd' }],
  ] as const)('is taken from the namespaces of %s when it is not stated', (version, expected) => {
    const { manifest, codes } = readWell(aManifest({ version, schemaversion: '' }));
    expect(manifest).toMatchObject(expected);
    expect(codes).toEqual(['version-assumed']);
  });

  it('is the 4th Edition when only that has what is used', () => {
    const items = '<item identifier="I1" identifierref="R1"><title>One</title><adlcp:data><adlcp:map targetID="d"/></adlcp:data></item>';
    expect(readWell(aManifest({ version: '2004', schemaversion: '', items })).manifest.edition).toBe('4th');
  });

  it('is 1.2 when nothing tells', () => {
    const { manifest, codes } = readWell(aManifest({ schemaversion: 'seven', namespaces: '' }));
    expect(manifest.version).toBe('1.2');
    expect(codes).toContain('version-unknown');
  });

  it('is ambiguous when statement and namespaces disagree', () => {
    const { manifest, codes } = readWell(aManifest({ version: '2004', schemaversion: '1.2' }));
    expect([manifest.version, manifest.ambiguousVersion, codes]).toEqual(['1.2', true, ['version-ambiguous']]);
  });
});

describe('organizations', () => {
  const organization = (identifier: string, items = '<item identifier="I-ID" identifierref="R1"><title>One</title></item>') =>
    `<organization identifier="${identifier}"><title>Course ${identifier}</title>${items.replace('I-ID', `I-${identifier}`)}</organization>`;

  it('the default one is played', () => {
    const { manifest, codes } = readWell(
      aManifest({ organizations: `<organizations default="B">${organization('A')}${organization('B')}</organizations>` }),
    );
    expect([manifest.defaultOrganization, manifest.title, playedOrganization(manifest).title]).toEqual(['B', 'Course B', 'Course B']);
    expect(codes).toEqual(['organization-several']);
  });

  it.each([
    ['', 'organization-default-missing'],
    ['default="X"', 'organization-default-dangling'],
  ])('with %s the first is taken', (attributes, code) => {
    const { manifest, codes } = readWell(aManifest({ organizations: `<organizations ${attributes}>${organization('A')}</organizations>` }));
    expect([manifest.defaultOrganization, codes]).toEqual(['A', [code]]);
  });

  it.each([
    ['no organization', '<organizations/>', 'organization-missing'],
    ['no list at all', '', 'organization-missing'],
    ['an empty organization', `<organizations default="A">${organization('A', '')}</organizations>`, 'organization-empty'],
  ])('with %s the SCOs among the resources are listed', (_, organizations, code) => {
    const resources = `<resource identifier="R1" adlcp:scormtype="sco" href="index.html"/>
      <resource identifier="R2" adlcp:scormtype="asset" href="help.html"/>`;
    const { manifest, codes } = readWell(aManifest({ organizations, resources }), ['index.html', 'help.html']);
    expect(playedOrganization(manifest).items).toMatchObject([{ identifier: 'R1', kind: 'sco', launch: { path: 'index.html' } }]);
    expect(codes).toEqual([code]);
  });

  it('without SCOs the pages are listed', () => {
    const resources = '<resource identifier="R1" href="a.htm"/><resource identifier="R2" href="a.css"/>';
    const { manifest } = readWell(aManifest({ organizations: '', resources }), ['a.htm', 'a.css']);
    expect(playedOrganization(manifest).items).toMatchObject([{ identifier: 'R1', kind: 'asset' }]);
  });

  it('a package that opens nothing is refused', () => {
    const { findings } = read(aManifest({ organizations: '', resources: '' }));
    expect(findings).toContainEqual(expect.objectContaining({ severity: 'error', code: 'nothing-to-launch' }));
  });
});

describe('metadata', () => {
  const lom12 = `<lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"><general>
    <title><langstring xml:lang="en">Ethics</langstring><langstring xml:lang="es">Ética</langstring></title><language>es</language>
    <description><langstring>What  is
    right</langstring></description></general></lom>`;
  const lom2004 = `<lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general><title><string language="pt">Ética</string></title>
    <description><string language="pt">O que é certo</string></description><language>pt</language></general></lom>`;

  it('1.2', () => {
    const { manifest } = readWell(aManifest({ metadata: lom12 }));
    expect(manifest).toMatchObject({ title: 'Course', description: 'What is right', language: 'es' });
  });

  it('2004', () => {
    expect(readWell(aManifest({ version: '2004', metadata: lom2004 })).manifest).toMatchObject({
      description: 'O que é certo',
      language: 'pt',
    });
  });

  it('gives the title when the organization has none', () => {
    const organizations =
      '<organizations default="O"><organization identifier="O"><item identifier="I1" identifierref="R1"><title>One</title></item></organization></organizations>';
    expect(readWell(aManifest({ organizations, metadata: lom12 })).manifest.title).toBe('Ética');
    expect(readWell(aManifest({ organizations })).manifest.title).toBe('One');
  });

  it('in a file of its own is named, when it is there', () => {
    const metadata = '<adlcp:location>meta\\course.xml</adlcp:location>';
    const { manifest, codes } = readWell(aManifest({ metadata }), ['index.html', 'meta/course.xml']);
    expect([manifest.metadataPath, codes]).toEqual(['meta/course.xml', ['href-backslash']]);
    expect(readWell(aManifest({ metadata })).manifest.metadataPath).toBeUndefined();
  });
});

describe('files and dependencies', () => {
  it('of a resource are found through its dependencies, each once, and circles end', () => {
    const resources = `<resource identifier="R1" adlcp:scormtype="sco" href="index.html"><file href="index.html"/><dependency identifierref="R2"/></resource>
      <resource identifier="R2"><file href="a.js"/><dependency identifierref="R3"/></resource>
      <resource identifier="R3"><file href="b.js"/><dependency identifierref="R1"/></resource>`;
    const { manifest, codes } = readWell(aManifest({ resources }), ['index.html', 'a.js', 'b.js', 'c.js']);
    expect(resourceFiles(manifest, 'R1').sort()).toEqual(['a.js', 'b.js', 'index.html']);
    expect(codes).toEqual([]);
  });

  it('that are missing are reported, and do not stop the import', () => {
    const resources = `<resource identifier="R1" adlcp:scormtype="sco" href="index.html"><file href="gone.js"/><dependency identifierref="R9"/></resource>`;
    const { findings } = readWell(aManifest({ resources }));
    expect(findings).toMatchObject([
      { severity: 'warning', code: 'file-missing', parameters: { resource: 'R1', href: 'gone.js' } },
      { severity: 'warning', code: 'dependency-missing', parameters: { resource: 'R1', dependency: 'R9' } },
    ]);
  });

  it('are counted, not listed, beyond a hundred', () => {
    const files = Array.from({ length: 150 }, (_, at) => `<file href="gone-${at}.js"/>`).join('');
    const { findings } = readWell(
      aManifest({ resources: `<resource identifier="R1" adlcp:scormtype="sco" href="index.html">${files}</resource>` }),
    );
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)).toMatchObject({ code: 'findings-truncated', parameters: { code: 'file-missing', count: 150 } });
  });
});

it('a launch URL is encoded part by part', () => {
  expect(launchUrl({ path: 'módulo 1/a#b?.html', query: '?a=1&b=2', fragment: '#top' })).toBe('m%C3%B3dulo%201/a%23b%3F.html?a=1&b=2#top');
});
