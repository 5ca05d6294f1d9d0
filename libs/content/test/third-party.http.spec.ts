import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import type { PackageItemView } from '@aula/contracts';
import { anActor, fixture, fixtures, house } from '@aula/testing';
import { ContentModule } from '../src/content.module.js';
import { errorsOf, settled, stored } from './a-package.js';

const school = await house(ContentModule);
const author = school.as(anActor({ roles: ['instructor'] }));

/** Why each of these is refused; every other one is ready. */
const refusals: Readonly<Record<string, string>> = {
  'aicc/multiline-description.zip': 'package-aicc',
  'aicc/package.zip': 'package-aicc',
  // manifests without the pages that they open
  'broken/AdlAttributes_SCORM20043rdEdition.zip': 'launch-file-missing',
  'broken/ComplexNestedOrganization_SCORM12.zip': 'launch-file-missing',
  'broken/ContentPackagingNoSchemaVersion_SCORM20042ndEdition.zip': 'launch-file-missing',
  'broken/MinimalValid_SCORM20043rdEdition.zip': 'launch-file-missing',
  'broken/MalformedXml_SCORM12.zip': 'manifest-tag-unclosed',
  'broken/MissingLaunchUrl_SCORM12.zip': 'resource-without-href',
  'broken/bridge_Non-working_SCORM.zip': 'archive-empty',
  'moodle/badscorm.zip': 'manifest-empty',
  'moodle/invalid.zip': 'manifest-missing',
  'moodle/validscorm.zip': 'manifest-empty',
  'zip-layouts/test_7zip_927.zip': 'manifest-missing',
  'zip-layouts/test_moodle.zip': 'manifest-missing',
  'zip-layouts/test_tc_8.zip': 'manifest-missing',
  'zip-layouts/test_thumbsdb.zip': 'manifest-missing',
  'zip-layouts/test_win8_cz.zip': 'manifest-missing',
  'zip-layouts/test_win8_de.zip': 'manifest-missing',
  'zip-layouts/test_winrar_421.zip': 'manifest-missing',
  'zip-layouts/test_winzip_165.zip': 'manifest-missing',
};

const index = fixture('INDEX.tsv');
const packages = (existsSync(index) ? readFileSync(index, 'utf8').split('\n') : [])
  .map((line) => line.split('\t'))
  .filter(([path = '']) => /^scorm\/(broken|zip-layouts|aicc|moodle|golf|other)\/.*\.zip$/.test(path))
  .map(([path = '', , , , , , expected = '']) => ({ name: path.slice('scorm/'.length), expected }));

const all = (items: readonly PackageItemView[]): PackageItemView[] => items.flatMap((item) => [item, ...all(item.children)]);

fixtures('third-party packages', () => {
  it.each(packages)('$name', async ({ name, expected }) => {
    const before = await stored(school);
    const found = await settled(school, author, readFileSync(fixture(`scorm/${name}`)), name.split('/').pop());
    const reason = refusals[name];
    expect(found.state).toBe(reason ? 'refused' : 'ready');
    expect([...new Set(errorsOf(found))]).toEqual(reason ? [reason] : []);
    for (const { message } of found.findings) expect(message).toMatch(/^[^{}]{20,}$/u);
    if (reason) return expect(await stored(school)).toEqual(before);
    const items = all(found.items);
    const counts = `items=${items.length}; launchable=${items.filter(({ launchable }) => launchable).length};`;
    expect(expected).toContain(counts);
    expect(found).toMatchObject({ progress: 1, title: expect.stringMatching(/./), standard: expect.stringMatching(/^scorm-/) });
  });

  it('keeps equal packages once, and one key for each content and its compressed forms besides the zips', async () => {
    const [rows] = await school.sql<{ files: number; zips: number }>(
      `select (count(*) + count(br) + count(gzip))::int as files,
         (select count(distinct zip_key)::int from content.package where state = 'ready') as zips from content.blob`,
    );
    expect((await stored(school)).keys).toHaveLength(rows!.files + rows!.zips);
  });
});
