import { createHash } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { signatureFits, unchunk } from './signature.js';

interface Kept {
  body: Buffer;
  type: string;
}
interface Exchange {
  method: string;
  key: string;
  query: URLSearchParams;
  body: Buffer;
  request: IncomingMessage;
  response: ServerResponse;
}

/** An S3-compatible store in memory, on loopback only: path style, signatures checked, multipart, ranges, lists. For tests. */
export class S3StandIn {
  /** While true every request fails with 503, as a store that is down. */
  down = false;
  private readonly objects = new Map<string, Kept>();
  private readonly uploads = new Map<string, { key: string; type: string; parts: Map<number, Buffer> }>();
  private readonly server = http.createServer((request, response) => void this.answer(request, response));

  constructor(private readonly secret: string) {}

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await buffer(request);
    if (this.down) return fault(response, 503, 'ServiceUnavailable');
    if (!signatureFits(request, this.secret)) return fault(response, 403, 'SignatureDoesNotMatch');
    const url = new URL(request.url ?? '/', 'http://s3');
    const key = decodeURIComponent(url.pathname.split('/').slice(2).join('/'));
    const chunked = String(request.headers['content-encoding'] ?? '').includes('aws-chunked');
    const body = chunked ? unchunk(raw) : raw;
    this.dispatch({ method: request.method ?? 'GET', key, query: url.searchParams, body, request, response });
  }

  private dispatch(exchange: Exchange): void {
    const { method, query, key } = exchange;
    if (method === 'POST' && query.has('delete')) return this.removeMany(exchange);
    if (method === 'POST' && query.has('uploads')) return this.begin(exchange);
    if (method === 'POST') return this.complete(exchange);
    if (method === 'PUT' && query.has('partNumber')) return this.part(exchange);
    if (method === 'PUT') return this.put(exchange);
    if (method === 'GET' && key === '') return this.list(exchange);
    if (method === 'DELETE') return this.end(exchange.response, 204, this.uploads.delete(query.get('uploadId') ?? '') ? '' : '');
    return this.get(exchange);
  }

  private put({ key, body, request, response }: Exchange): void {
    const source = request.headers['x-amz-copy-source'];
    const from =
      typeof source === 'string'
        ? this.objects.get(decodeURIComponent(source.replace(/^\//, '').split('/').slice(1).join('/')))
        : undefined;
    if (source && !from) return fault(response, 404, 'NoSuchKey');
    this.objects.set(key, from ?? { body, type: request.headers['content-type'] ?? 'application/octet-stream' });
    response.setHeader('etag', etag(this.objects.get(key)!.body));
    this.end(response, 200, from ? `<CopyObjectResult><ETag>${etag(from.body)}</ETag></CopyObjectResult>` : '');
  }

  private get({ method, key, request, response }: Exchange): void {
    const kept = this.objects.get(key);
    if (!kept) return fault(response, 404, 'NoSuchKey');
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    const [start, end] = range ? [Number(range[1]), range[2] ? Number(range[2]) : kept.body.length - 1] : [0, kept.body.length - 1];
    const slice = kept.body.subarray(start, end + 1);
    response.writeHead(range ? 206 : 200, {
      'content-type': kept.type,
      'content-length': slice.length,
      etag: etag(kept.body),
      ...(range ? { 'content-range': `bytes ${start}-${end}/${kept.body.length}` } : {}),
    });
    response.end(method === 'HEAD' ? undefined : slice);
  }

  private list({ query, response }: Exchange): void {
    const after = query.get('start-after') ?? query.get('continuation-token') ?? '';
    const limit = Number(query.get('max-keys') ?? 1_000);
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after).sort();
    const shown = keys.slice(0, limit).map((key) => `<Contents><Key>${escape(key)}</Key></Contents>`);
    this.end(response, 200, `<ListBucketResult><IsTruncated>${keys.length > limit}</IsTruncated>${shown.join('')}</ListBucketResult>`);
  }

  private removeMany({ body, response }: Exchange): void {
    for (const [, key] of body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)) this.objects.delete(unescape(key!));
    this.end(response, 200, '<DeleteResult/>');
  }

  private begin({ key, request, response }: Exchange): void {
    const id = `upload-${this.uploads.size + 1}`;
    this.uploads.set(id, { key, type: request.headers['content-type'] ?? '', parts: new Map() });
    this.end(response, 200, `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
  }

  private part({ query, body, response }: Exchange): void {
    this.uploads.get(query.get('uploadId') ?? '')?.parts.set(Number(query.get('partNumber')), body);
    response.setHeader('etag', etag(body));
    this.end(response, 200, '');
  }

  private complete({ query, response }: Exchange): void {
    const upload = this.uploads.get(query.get('uploadId') ?? '');
    if (!upload) return fault(response, 404, 'NoSuchUpload');
    const parts = [...upload.parts].sort(([a], [b]) => a - b).map(([, part]) => part);
    this.objects.set(upload.key, { body: Buffer.concat(parts), type: upload.type });
    this.end(response, 200, `<CompleteMultipartUploadResult><ETag>${etag(Buffer.concat(parts))}</ETag></CompleteMultipartUploadResult>`);
  }

  private end(response: ServerResponse, status: number, xml: string): void {
    response.writeHead(status, { 'content-type': 'application/xml' }).end(xml);
  }
}

const etag = (body: Buffer): string => `"${createHash('md5').update(body).digest('hex')}"`;
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const unescape = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&amp;', '&');
const fault = (response: ServerResponse, status: number, code: string): void => {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`);
};
