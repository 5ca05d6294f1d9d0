import { DetailedError, Upload } from 'tus-js-client';
import { commonHeaders } from './ahead.js';
import { refused } from './http.js';

/** `waiting`: the line is gone, the next try comes by itself; `arrived`: every byte is with the server. */
type SendingState = 'sending' | 'waiting' | 'paused' | 'arrived' | 'failed';
export interface Progress {
  state: SendingState;
  /** 0 to 1 of the bytes. */
  share: number;
  /** The upload's id, once it has arrived. */
  id?: string;
  /** Why it failed. */
  error?: unknown;
}

/** So small that one arrives on a slow line before a proxy loses patience: 67 s at 1 Mbit/s. */
const pieceBytes = 8 * 1_024 ** 2;
/** Milliseconds before the next try; the last one for every further. */
const pauses = [1_000, 2_000, 5_000, 10_000, 20_000];
/** What may pass without anybody doing anything: no answer, others write to it, too much at once, a server that fails. */
const passing = (status: number): boolean => status === 0 || [408, 409, 423, 429].includes(status) || status >= 500;

/**
 * Sends a file in pieces (tus 1.0.0) and goes on by itself when the line was gone. Choosing the same file again, after a restart of the
 * browser too, goes on where it stopped.
 */
export class ResumableSending {
  private readonly upload: Upload;
  private progress: Progress = { state: 'sending', share: 0 };
  private tries = 0;
  private next: ReturnType<typeof setTimeout> | undefined;

  constructor(
    path: string,
    file: File,
    private readonly onChange: (progress: Progress) => void,
  ) {
    this.upload = new Upload(file, {
      endpoint: `/api${path}`,
      metadata: { filename: file.name },
      chunkSize: pieceBytes,
      retryDelays: null, // ours say so in words, and never give up
      removeFingerprintOnSuccess: true,
      onBeforeRequest: (request) => {
        const { 'accept-language': language = '' } = commonHeaders();
        request.setHeader('accept-language', language);
      },
      onProgress: (sent, total) => {
        this.tries = 0;
        this.tell({ state: 'sending', share: total === 0 ? 1 : sent / total });
      },
      onSuccess: () => {
        this.end();
        this.tell({ state: 'arrived', share: 1, id: this.upload.url?.split('/').at(-1) ?? '' });
      },
      onError: (error) => {
        this.stumble(error);
      },
    });
  }

  /** Begins, or goes on with what the browser remembers of this file. */
  async start(): Promise<void> {
    addEventListener('online', this.retry);
    const [earlier] = await this.upload.findPreviousUploads();
    if (earlier) this.upload.resumeFromPreviousUpload(earlier);
    this.upload.start();
  }

  pause(): void {
    clearTimeout(this.next);
    void this.upload.abort();
    this.tell({ ...this.progress, state: 'paused' });
  }

  resume(): void {
    this.tell({ ...this.progress, state: 'sending' });
    this.upload.start();
  }

  /** Stops; what has arrived stays with the server for some days. */
  close(): void {
    this.end();
    void this.upload.abort();
  }

  private end(): void {
    clearTimeout(this.next);
    removeEventListener('online', this.retry);
  }

  private stumble(error: Error): void {
    const answer = error instanceof DetailedError ? error.originalResponse : null;
    const status = answer?.getStatus() ?? 0;
    if (!passing(status) || !(error instanceof DetailedError)) {
      this.end();
      this.tell({ ...this.progress, state: 'failed', error: answer ? refused(status, answer.getBody()) : error });
      return;
    }
    this.tell({ ...this.progress, state: 'waiting' });
    this.next = setTimeout(this.retry, pauses[Math.min(this.tries++, pauses.length - 1)]);
  }

  private readonly retry = (): void => {
    clearTimeout(this.next);
    if (this.progress.state === 'waiting') this.upload.start();
  };

  private tell(progress: Progress): void {
    this.progress = progress;
    this.onChange(progress);
  }
}
