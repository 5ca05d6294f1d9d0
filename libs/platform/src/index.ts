export { Calling, May, Signed, Visitor, anyone, policiesOf, routesOf, signedIn, type Requirement, type RouteOrigin } from './access/may.js';
export { Passes, type Caller } from './access/passes.js';
export { RateLimits, type RateLimit } from './access/rate-limits.js';
export { Sessions, tokenHash } from './access/sessions.js';
export { auditGroup, digestSql } from './audit/append.js';
export { auditLeaf, merkleRoot } from './audit/merkle.js';
export { verifyAudit, type AuditReport } from './audit/verify.js';
export { Clock, SystemClock } from './clock.js';
export { arrayText, type Scalar } from './database/arrays.js';
export { GroupCommit, type GroupCommitLimits } from './database/group-commit.js';
export { migrate } from './database/migrate.js';
export { mostConnections } from './database/most-connections.js';
export { connectionOptions, doorLimits, workerLimits, type ConnectionLimits } from './database/orm.js';
export { openPool } from './database/pools.js';
export { loginRoles, ownerRole, roleName, rolePassword, roleUrl, type Role } from './database/roles.js';
export { change, row, rows, type Statements } from './database/rows.js';
export { draw, shapeOf } from './drawing.js';
export { csvOf, sendTable, tableFormats, xlsxOf, type Table, type TableCell, type TableFormat } from './export/table.js';
export {
  House,
  definitionOf,
  type HouseClass,
  type HouseDefinition,
  type PageAsked,
  type Policies,
  type PublicPage,
  type PublicPages,
  type Shortcut,
} from './house.js';
export { Direct, type DirectReply, type DirectRequest } from './http/direct.js';
export { codingFor, codings, type Coding } from './http/coding.js';
export { matchesTag } from './http/etag.js';
export { openHouse, type OpenHouse } from './http/house-app.js';
export { asksFactorOf, sessionCookie } from './http/guard.js';
export { readableSize, receive, type Received, type ReceivedFile } from './http/receive.js';
export { hostOf, isContentHost, languageOf, type AulaReply, type AulaRequest } from './http/request.js';
export { openApiOf } from './http/openapi.js';
export { Ids } from './ids.js';
export { inOrder, repeat, resultsOf, unhurried } from './in-order.js';
export { openLog, type Logger } from './log.js';
export { Mail, type Letter } from './mail/mail.js';
export { open, openDoor, openProducer, type OpenDoor } from './open.js';
export { decodeCursor, encodeCursor, pageOfRows, sortValue } from './paging.js';
export { LOG, POOL, SETTINGS } from './platform.module.js';
export { Problem, ensure, found, type ProblemKind, type ProblemMore } from './problem.js';
export { Random, SystemRandom } from './random.js';
export { openRuntime, type Drivers, type Runtime } from './runtime.js';
export { deriveKey } from './settings/keys.js';
export { LiveSettings, academyName, standardSettings } from './settings/live.js';
export { readSettings, type Settings } from './settings/settings.js';
export { DiskStorage } from './storage/disk.js';
export { S3Storage } from './storage/s3.js';
export { ObjectStorage, removeAll, removeForsaken, type ByteRange, type StorageSpace, type StoredObject } from './storage/storage.js';
export { Hears, Job } from './work/handlers.js';
export type { Recorder } from './work/recorder.js';
export { Sweeper } from './work/sweeper.js';
export { currentContext } from './work/request-context.js';
export { Work, sqlState, type Wake } from './work/work.js';
export { openWorker, startWorker, workOf, type HouseWork } from './worker.js';
