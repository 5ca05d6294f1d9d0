import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import {
  activityTree,
  archivePath,
  collisions,
  decodeName,
  explainMissingManifest,
  findManifest,
  initialSequencing,
  isClutter,
  isLinkOrDevice,
  itemsOf,
  navigate,
  parseManifest,
  playedOrganization,
  type Manifest,
} from '../src/index.js';

// Third-party packages, used where they lie; without them the handwritten tests stand alone.
const folder = fileURLToPath(new URL('../../../../shared/fixtures/', import.meta.url));
const index = `${folder}INDEX.tsv`;

type Row = { path: string; expected: string };

function rows(): Row[] {
  const lines = readFileSync(index, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  const packages = lines.filter(([path = '']) => /^scorm\/.*\.zip$/.test(path));
  return packages.map(([path = '', , , , , , expected = '']) => ({ path, expected }));
}

type Archive = { files: string[]; read: (path: string) => Promise<Uint8Array> };

async function open(path: string): Promise<Archive> {
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false };
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(readFileSync(folder + path), options, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  const entries = new Map<string, Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      const { fileNameRaw: name, generalPurposeBitFlag: flags, extraFields } = entry;
      const place = archivePath(decodeName({ name, flags, extraFields }));
      if (!place.ok) return reject(new Error(place.code));
      expect(isLinkOrDevice(entry.externalFileAttributes)).toBe(false);
      if (!place.directory) entries.set(place.path, entry);
      zip.readEntry();
    });
    zip.on('end', resolve).on('error', reject);
    zip.readEntry();
  });
  const read = (file: string) =>
    new Promise<Uint8Array>((resolve, reject) => {
      const entry = entries.get(file);
      if (!entry) return reject(new Error(`no ${file}`));
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
        stream.on('end', () => resolve(Buffer.concat(chunks)));
      });
    });
  return { files: [...entries.keys()], read };
}

async function readManifest(path: string) {
  const { files, read } = await open(path);
  expect(collisions(files)).toEqual([]);
  const manifestPath = findManifest(files);
  if (manifestPath === undefined) return { findings: [explainMissingManifest(files)] };
  return parseManifest(await read(manifestPath), { files, manifestPath });
}

/** The figures as INDEX.tsv gives them: by what the manifest declares, over all organizations. */
function figures(manifest: Manifest): string {
  const types = new Map(manifest.resources.map(({ identifier, scormType }) => [identifier, scormType]));
  const items = manifest.organizations.flatMap((organization) => itemsOf(organization.items));
  const launchable = items.filter(({ resource }) => resource !== undefined);
  const ofType = (type: string) => launchable.filter(({ resource = '' }) => types.get(resource) === type).length;
  const counts = [`sco_items=${ofType('sco')}`, `asset_items=${ofType('asset')}`, `orgs=${manifest.organizations.length}`];
  return [`items=${items.length}`, `launchable=${launchable.length}`, ...counts].join('; ');
}

if (existsSync(index)) {
  const listed = rows();
  const counted = listed.filter(({ expected }) => expected.includes('items='));

  describe('packages of other people', () => {
    it.each(counted)('$path', async ({ path, expected }) => {
      const { manifest, findings } = await readManifest(path);
      expect(manifest && figures(manifest)).toBe(/items=.*orgs=\d+/.exec(declared(path, expected))?.[0]);
      const errors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
      expect([...new Set(errors)]).toEqual(refusals[path.replace(/^.*\//, '')] ?? []);
    });

    it.each(listed.filter(({ path, expected }) => !counted.some((row) => row.path === path) && expected !== 'unknown'))(
      '$path is refused',
      async ({ path }) => {
        const { findings } = await readManifest(path);
        expect(findings.at(-1)).toMatchObject({ severity: 'error', code: refusalOf(path) });
      },
    );
  });

  describe('activity trees', () => {
    it.each(counted.filter(({ path }) => path.startsWith('scorm/adl-cts/')))('$path starts', async ({ path }) => {
      const { manifest } = await readManifest(path);
      const organization = manifest && playedOrganization(manifest);
      if (!organization?.activityTree) throw new Error('no activity tree');
      const tree = activityTree(organization.activityTree, organization);
      const state = navigate(tree, initialSequencing(1), { kind: 'start' }).state;
      const leaves = tree.activities.filter(({ children }) => children.length === 0);
      const choices = leaves.map(({ id }) => navigate(tree, state, { kind: 'choice', target: id }).state.current);
      const opened = state.current ?? choices.find((current) => current !== null);
      const launchable = itemsOf(organization.items).filter(({ launch }) => launch);
      expect(launchable.map(({ identifier }) => identifier)).toContain(opened);
    });
  });

  describe('names written by many archivers', () => {
    it.each(['test_7zip_927', 'test_moodle', 'test_tc_8', 'test_thumbsdb', 'test_winrar_421', 'test_winzip_165'])('%s', async (name) => {
      const { files } = await open(`scorm/zip-layouts/${name}.zip`);
      const expected = ['Prüfung.txt', 'test.test', 'testíček.txt', 'Žluťoučký/Koníček.txt', '测试.txt', '試験.txt'];
      expect(files.filter((file) => !isClutter(file)).sort()).toEqual(expected.sort());
    });
  });
} else {
  it.skip(`packages of other people: ${index} is not there`, () => undefined);
}

/** INDEX.tsv counts SCOs of this one as none, because its resource's identifier is padded with spaces, which XML drops. */
function declared(path: string, expected: string): string {
  return path.endsWith('LMSTestPackage_OB-02b.zip') ? expected.replace('sco_items=0', 'sco_items=3') : expected;
}

/** Manifests that came without their content. */
const refusals: Record<string, string[]> = {
  'AdlAttributes_SCORM20043rdEdition.zip': ['launch-file-missing'],
  'ComplexNestedOrganization_SCORM12.zip': ['launch-file-missing'],
  'ContentPackagingNoSchemaVersion_SCORM20042ndEdition.zip': ['launch-file-missing'],
  'MinimalValid_SCORM20043rdEdition.zip': ['launch-file-missing'],
  'MissingLaunchUrl_SCORM12.zip': ['resource-without-href'],
};

function refusalOf(path: string): string {
  if (path.startsWith('scorm/aicc/')) return 'package-aicc';
  if (path.endsWith('MalformedXml_SCORM12.zip')) return 'manifest-tag-unclosed';
  if (path.endsWith('bridge_Non-working_SCORM.zip')) return 'archive-empty';
  return /validscorm|badscorm/.test(path) ? 'manifest-empty' : 'manifest-missing';
}
