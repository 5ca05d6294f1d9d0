import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { problemText, type Language, type ProblemCode, type ProblemDetail, type ProblemParameters } from '@aula/contracts';
import { isDatabaseAway, tookTooLong } from '../database/away.js';
import type { Logger } from '../log.js';
import { Problem, type ProblemMore } from '../problem.js';
import { languageOf, type AulaReply, type AulaRequest } from './request.js';

interface Reading {
  status: number;
  code: ProblemCode;
  parameters?: ProblemParameters;
  more?: ProblemMore;
}

const byFastifyCode: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_REQ_FILE_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported-media-type',
};
/** Turns whatever was thrown into RFC 9457 problem details in the reader's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<AulaRequest>();
    const reply = http.getResponse<AulaReply>();
    sendProblem(error, request, reply, this.log);
  }
}

/** Answers with the problem. Faults of ours are logged with the request's number, which is also in the answer. */
export const sendProblem = (error: unknown, request: AulaRequest, reply: AulaReply, log: Logger): void => {
  const language = request.language ?? languageOf(request.headers['accept-language']);
  const { status, headers, text } = problemAnswer(error, { requestId: request.id, language }, log);
  void reply.code(status).headers(headers).send(text);
};

/** What the problem is answered with. */
export const problemAnswer = (
  error: unknown,
  { requestId, language }: { requestId: string; language: Language },
  log: Logger,
): { status: number; headers: { 'content-type': string; 'retry-after'?: string }; text: string } => {
  const { status, code, parameters, more } = read(error);
  if (status >= 500) log.error({ err: error, requestId, code }, 'a request failed');
  const sentence = problemText(code, language, { requestId, ...parameters });
  const detail: ProblemDetail = {
    type: `urn:aula:problem:${code}`,
    title: sentence,
    status,
    detail: sentence,
    code,
    requestId,
    ...(more?.errors ? { errors: more.errors } : {}),
    ...more?.members,
  };
  const retryAfter = more?.retryAfter === undefined ? {} : { 'retry-after': String(more.retryAfter) };
  return { status, headers: { 'content-type': 'application/problem+json; charset=utf-8', ...retryAfter }, text: JSON.stringify(detail) };
};

const read = (error: unknown): Reading => {
  if (error instanceof Problem) return { status: error.status, code: error.code, parameters: error.parameters, more: error.more };
  const code = codeOf(error);
  const known = byFastifyCode[code];
  if (known) return { status: known === 'body-too-large' ? 413 : 415, code: known, parameters: { limit: '1 MB' } };
  if (isDatabaseAway(error) || tookTooLong(error)) return { status: 503, code: 'unavailable', more: { retryAfter: 2 } };
  const status = statusOf(error);
  if (status === 413) return { status, code: 'body-too-large', parameters: { limit: '1 MB' } };
  if (status === 415) return { status, code: 'unsupported-media-type' };
  if (status === 404 || status === 405) return { status: 404, code: 'not-found' };
  if (status >= 400 && status < 500)
    return { status, code: 'invalid-request', more: { errors: [{ path: '', message: messageOf(error) }] } };
  return { status: 500, code: 'internal-error' };
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');
const statusOf = (error: unknown): number => {
  if (error instanceof HttpException) return error.getStatus();
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
};
