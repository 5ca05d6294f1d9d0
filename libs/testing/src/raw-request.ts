import { request, type ClientRequest, type RequestOptions } from 'node:http';

/** A request whose body the test writes, or cuts off, by itself. */
export const rawRequest = (options: RequestOptions): ClientRequest => request(options);
