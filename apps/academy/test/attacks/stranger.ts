import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of somebody else: notes whoever asks it for anything, and answers all of them kindly. */
export const aStranger = async (): Promise<{ url: string; heard: string[]; close: () => void }> => {
  const heard: string[] = [];
  const server = createServer(({ method = '', url = '', headers }, answer) => {
    heard.push(`${method} ${url}`);
    const open = { 'access-control-allow-origin': headers.origin ?? '*', 'access-control-allow-credentials': 'true' };
    answer.writeHead(200, { ...open, 'content-type': 'text/html' });
    answer.end(pages[url] ?? '');
  });
  server.on('upgrade', ({ url = '' }, socket) => {
    heard.push(`UPGRADE ${url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard, close };
};

/** A page that embeds one of another site, which tries to keep a cookie there. */
const pages: Readonly<Record<string, string>> = {
  '/outer': `<script>
    addEventListener('message', ({ data }) => { document.title = 'kept: ' + data; });
    document.write('<iframe src="http://other-site.localhost:' + location.port + '/inner"></iframe>');
  </script>`,
  '/inner': `<script>document.cookie = 'third=party; SameSite=None; Secure'; parent.postMessage(document.cookie, '*');</script>`,
};
