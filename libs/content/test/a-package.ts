import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync } from 'node:zlib';
import type { PackageStarted, PackageView } from '@aula/contracts';
import { repeat } from '@aula/platform';
import type { Client, School } from '@aula/testing';
import { ZipFile } from 'yazl';

const namespaces = {
  '1.2': `xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"`,
  '2004': `xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"`,
};
const schemaVersions = { '1.2': '1.2', '2004': '2004 4th Edition' };

export interface ManifestWish {
  version?: '1.2' | '2004';
  title?: string;
  /** What the items open; one item each. */
  pages?: readonly string[];
}

/** A manifest as an authoring tool writes it. */
export const aManifest = ({ version = '1.2', title = 'Curso', pages = ['index.html'] }: ManifestWish = {}): string => {
  const type = version === '1.2' ? 'scormtype' : 'scormType';
  const items = pages.map((page, index) => `<item identifier="I${index}" identifierref="R${index}"><title>${page}</title></item>`);
  const resources = pages.map(
    (page, index) =>
      `<resource identifier="R${index}" type="webcontent" adlcp:${type}="sco" href="${page}"><file href="${page}"/></resource>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M" ${namespaces[version]}>
  <metadata><schema>ADL SCORM</schema><schemaversion>${schemaVersions[version]}</schemaversion></metadata>
  <organizations default="O"><organization identifier="O"><title>${title}</title>${items.join('')}</organization></organizations>
  <resources>${resources.join('')}</resources>
</manifest>`;
};

type Files = Readonly<Record<string, string | Buffer>>;

/** A zip as common tools write it; a name that ends in a slash is a folder. */
export const aZip = async (files: Files, { compress = true }: { compress?: boolean } = {}): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    if (name.endsWith('/')) zip.addEmptyDirectory(name);
    else zip.addBuffer(Buffer.from(content), name, { compress });
  }
  zip.end();
  return buffer(zip.outputStream);
};

/** A package that plays: one page, and content of its own so that no two are equal. */
export const aPackageZip = (wish: ManifestWish & { more?: Files } = {}): Promise<Buffer> => {
  const pages = Object.fromEntries((wish.pages ?? ['index.html']).map((page) => [page, `<p>${page}</p>`]));
  return aZip({ 'imsmanifest.xml': aManifest(wish), ...pages, 'unique.txt': randomBytes(8).toString('hex'), ...wish.more });
};

/** One entry of {@link rawZip}; whatever is said here stands in the archive, true or not. */
export interface RawEntry {
  name: string | Buffer;
  content?: string | Buffer;
  /** Central directory: bit 11 (UTF-8) unless said otherwise. */
  flags?: number;
  method?: number;
  /** Upper half: Unix mode. */
  attributes?: number;
  /** What the headers say, in place of what is so. */
  size?: number;
  packed?: number;
  crc?: number;
  /** The local header's own words. */
  local?: { name?: string; size?: number; method?: number };
  /** Lies where this earlier entry lies. */
  sameAs?: number;
}

/** An archive written byte by byte, for what no decent tool would write (PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16). */
export const rawZip = (
  entries: readonly RawEntry[],
  { count = entries.length, disk = 0 }: { count?: number; disk?: number } = {},
): Buffer => {
  const [locals, centrals, offsets]: [Buffer[], Buffer[], number[]] = [[], [], []];
  let at = 0;
  for (const entry of entries) {
    const { name, data, stated } = partsOf(entry);
    offsets.push(entry.sameAs === undefined ? at : offsets[entry.sameAs]!);
    centrals.push(central(name, stated, entry.attributes ?? 0, offsets.at(-1)!));
    if (entry.sameAs !== undefined) continue;
    const own = entry.local ?? {};
    const localName = own.name === undefined ? name : Buffer.from(own.name);
    const local = Buffer.concat([header(0x04034b50, { ...stated, ...own }, localName), localName, data]);
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(disk, 4);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
};

/**
 * A ZIP64 archive whose directory lists one empty file under so many names; `stated` is how many it says there are (PKWARE APPNOTE
 * 4.3.14 to 4.3.16).
 */
export const manyEntries = (entries: number, stated = entries): Buffer => {
  const { name, data, stated: own } = partsOf({ name: '00000000', method: 0 });
  const local = Buffer.concat([header(0x04034b50, own, name), name, data]);
  const one = central(name, own, 0, 0);
  const directory = Buffer.alloc(entries * one.length);
  for (let at = 0; at < entries; at++) {
    one.write(String(at).padStart(name.length, '0'), one.length - name.length, 'latin1');
    one.copy(directory, at * one.length);
  }
  const end = Buffer.alloc(56 + 20 + 22);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(BigInt(stated), 24);
  end.writeBigUInt64LE(BigInt(stated), 32);
  end.writeBigUInt64LE(BigInt(directory.length), 40);
  end.writeBigUInt64LE(BigInt(local.length), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(local.length + directory.length), 64);
  end.writeUInt32LE(1, 72);
  end.writeUInt32LE(0x06054b50, 76);
  end.fill(0xff, 84, 96);
  return Buffer.concat([local, directory, end]);
};

interface Stated {
  flags: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
}
const partsOf = (entry: RawEntry): { name: Buffer; data: Buffer; stated: Stated } => {
  const content = Buffer.from(entry.content ?? '');
  const method = entry.method ?? 8;
  const data = method === 8 ? deflateRawSync(content) : content;
  const { flags = 0x800, crc = crc32(content), packed = data.length, size = content.length } = entry;
  return { name: Buffer.from(entry.name), data, stated: { flags, method, crc, packed, size } };
};

const header = (signature: number, { flags, method, crc, packed, size }: Stated, name: Buffer): Buffer => {
  const bytes = Buffer.alloc(30);
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(flags, 6);
  bytes.writeUInt16LE(method, 8);
  bytes.writeUInt32LE(crc, 14);
  bytes.writeUInt32LE(packed, 18);
  bytes.writeUInt32LE(size, 22);
  bytes.writeUInt16LE(name.length, 26);
  return bytes;
};
const central = (name: Buffer, stated: Stated, attributes: number, offset: number): Buffer => {
  const bytes = Buffer.alloc(46);
  header(0, stated, name).copy(bytes, 6, 4, 28);
  bytes.writeUInt32LE(0x02014b50, 0);
  bytes.writeUInt16LE(0x0314, 4);
  bytes.writeUInt32LE(attributes, 38);
  bytes.writeUInt32LE(offset, 42);
  return Buffer.concat([bytes, name]);
};

/** Uploads the zip; returns the package's id. */
export const uploaded = async (author: Client, content: Buffer, name = 'curso.zip'): Promise<string> =>
  (await author.upload('/api/content/packages', { file: { name, content } }).expect<PackageStarted>(202)).body.id;

export const seen = async (author: Client, id: string): Promise<PackageView> =>
  (await author.get(`/api/content/packages/${id}`).expect<PackageView>(200)).body;

/** Uploads the zip and waits for the end of its unpacking. */
export const settled = async (school: School, author: Client, content: Buffer, name?: string): Promise<PackageView> => {
  const id = await uploaded(author, content, name);
  await school.settle();
  return seen(author, id);
};

export const errorsOf = ({ findings }: PackageView): string[] => findings.filter((one) => one.severity === 'error').map(({ code }) => code);

/** Everything that lies in the storage, by its keys and by the files on the disk. */
export const stored = async (school: School): Promise<{ keys: string[]; files: number }> => {
  const found = await school.sql<{ key: string }>('select key from platform.object order by key');
  const folder = path.join(school.runtime.settings.dataFolder, 'objects');
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return { keys: found.map(({ key }) => key), files: files.filter((one) => one.isFile()).length };
};

/** Waits until `is` says so. */
export const until = async (is: () => Promise<boolean>): Promise<void> => {
  await repeat(async () => {
    if (await is()) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return true;
  });
};
