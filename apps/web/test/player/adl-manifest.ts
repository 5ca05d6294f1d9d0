import { readFileSync } from 'node:fs';
import { fromBuffer, type Entry } from 'yauzl';
import { parseManifest, type Manifest } from '@aula/scorm';
import { adlPackage } from '../../../../scripts/conformance/adl-cases.ts';

/** The manifest of a package as an import reads it. */
export const manifestOf = async (name: string): Promise<Manifest> => {
  const { files, manifest } = await unzipped(readFileSync(adlPackage(name)));
  const read = parseManifest(manifest, { files, manifestPath: 'imsmanifest.xml' });
  if (!read.manifest) throw new Error(`${name}: ${JSON.stringify(read.findings)}`);
  return read.manifest;
};

const unzipped = (zip: Buffer): Promise<{ files: string[]; manifest: Buffer }> =>
  new Promise((resolve, reject) =>
    fromBuffer(zip, { lazyEntries: true }, (error, opened) => {
      if (error) return reject(error);
      const files: string[] = [];
      let manifest = Buffer.alloc(0);
      opened.on('end', () => resolve({ files, manifest })).on('error', reject);
      opened.on('entry', (entry: Entry) => {
        if (!entry.fileName.endsWith('/')) files.push(entry.fileName);
        if (entry.fileName !== 'imsmanifest.xml') return opened.readEntry();
        opened.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          const parts: Buffer[] = [];
          stream
            .on('data', (part: Buffer) => parts.push(part))
            .on('end', () => {
              manifest = Buffer.concat(parts);
              opened.readEntry();
            });
        });
      });
      opened.readEntry();
    }),
  );
