import { createHash } from 'node:crypto';

const sha256 = (...parts: (string | Uint8Array)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** One item of an entry, as the tree's leaf. Leaf and node hashes carry different prefixes (RFC 9162, section 2.1.1). */
export const auditLeaf = (kind: string, action: string, id: string, digest: Uint8Array): Buffer =>
  sha256(Buffer.of(0), `${kind}|${action}|${id}|`, digest);

/** Merkle root of the leaves in order; an odd node moves up unchanged; of no leaves, the hash of nothing. */
export const merkleRoot = (leaves: readonly Buffer[]): Buffer => {
  if (leaves.length === 0) return sha256('');
  let level = [...leaves];
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const right = level[index + 1];
      above.push(right ? sha256(Buffer.of(1), level[index]!, right) : level[index]!);
    }
    level = above;
  }
  return level[0]!;
};
