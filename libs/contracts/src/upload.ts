import { z } from 'zod';
import { PackageId, UploadId } from './ids.js';
import { Instant, pageOf } from './page.js';

/** Most bytes of a package as it is sent. */
export const largestPackage = 2 * 1024 ** 3;
/** What one person may have under way at a time. */
export const mostUploads = 10;

/**
 * A package that is being sent in pieces over a line that may break (tus 1.0.0). `received` of `size` bytes are kept; once all are, the
 * package is made of them, and then `packageId` names it.
 */
export const UploadView = z
  .object({
    id: UploadId,
    fileName: z.string(),
    size: z.number().int(),
    received: z.number().int(),
    state: z.enum(['receiving', 'received', 'done']),
    packageId: PackageId.nullable(),
    createdAt: Instant,
    expiresAt: Instant,
  })
  .meta({ id: 'Upload' });
export type UploadView = z.infer<typeof UploadView>;
export const UploadList = pageOf(UploadView);
