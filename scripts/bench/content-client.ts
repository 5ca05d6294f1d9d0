import { request } from 'node:http';

/** Speaks to the content origin as the player does: every attempt has a host of its own, and all of them are this machine. */
export const onContent = <T>(port: number, host: string, path: string, body: object, token?: string): Promise<T> =>
  new Promise((resolve, reject) => {
    const headers = { host, 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => {
        if (answer.statusCode !== 200 && answer.statusCode !== 201) reject(new Error(`${path}: ${answer.statusCode} ${text}`));
        else resolve(JSON.parse(text) as T);
      });
    });
    sent.on('error', reject).end(JSON.stringify(body));
  });
