import { aManifest, aZip } from '@aula/content/test/a-package';

/** Markup that shows itself wherever it is taken for more than text. */
export const harm = '<img data-harm src="x" onerror="window.harmed = true; alert(1)"><script data-harm>alert(2)</script>';

const escaped = harm.replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Content as anybody makes it: remembers something in its browser, and is finished by a button. */
export const plainPackage = (): Promise<Buffer> =>
  aZip({
    'imsmanifest.xml': aManifest({ title: 'Plain' }),
    'index.html': `<!doctype html><title>plain</title><button id="finish">finish</button><script>
      localStorage.setItem('secret', 'of the neighbour');
      indexedDB.open('secret-of-the-neighbour');
      parent.API.LMSInitialize('');
      document.querySelector('#finish').onclick = () => {
        parent.API.LMSSetValue('cmi.core.lesson_status', 'completed');
        parent.API.LMSFinish('');
      };
    </script>`,
  });

/** Content that tries whatever a page can try. `attacks` and `senders` answer with what each try came to. */
export const hostilePackage = (): Promise<Buffer> =>
  aZip({
    'imsmanifest.xml': aManifest({ title: escaped }),
    'index.html': `<!doctype html><title>hostile</title><button id="open">open</button><script src="hostile.js"></script>`,
    'worker.js': 'addEventListener("fetch", () => undefined);',
    'hostile.js': `${tools}\n${attacks}\n${senders}`,
  });

const tools = `
const named = async (tries) => {
  const came = {};
  for (const [name, attempt] of Object.entries(tries)) {
    try { came[name] = await attempt(); } catch (error) { came[name] = error.name ?? String(error); }
  }
  return came;
};
/** What an element or a connection came to: 'reached' or 'blocked'. */
const outcome = (target, good, bad) => new Promise((resolve) => {
  target.addEventListener(good, () => resolve('reached'));
  target.addEventListener(bad, () => resolve('blocked'));
});
const loading = (tag, properties) => {
  const element = Object.assign(document.createElement(tag), properties);
  const came = outcome(element, 'load', 'error');
  document.body.append(element);
  return came;
};
`;

const attacks = `
const registers = (address) => () => navigator.serviceWorker.register(address, { scope: '/' }).then(() => 'registered');
const blob = () => URL.createObjectURL(new Blob(['addEventListener("fetch", () => undefined)'], { type: 'text/javascript' }));
window.attacks = ({ token }) => named({
  cookie: () => document.cookie,
  cookieStore: async () => (await cookieStore.getAll()).length,
  cookieOfTheAcademy: () => { document.cookie = 'aula_sid=planted; domain=localhost; path=/'; return document.cookie; },
  cookieOfAllContent: () => { document.cookie = 'aula_files=planted; domain=content.localhost; path=/c/index.html'; return document.cookie; },
  opener: () => String(opener ?? top.opener),
  top: () => top === parent && top === top.top && top.location.host === location.host ? 'the player' : 'more',
  referrer: () => document.referrer + top.document.referrer,
  documentDomain: () => { document.domain = 'content.localhost'; return document.domain === location.hostname ? 'own' : document.domain; },
  storage: () => String(localStorage.getItem('secret')),
  databases: async () => (await indexedDB.databases()).filter(({ name }) => name.includes('secret')).length,
  caches: async () => (await caches.keys()).length,
  workerOfItsOwn: registers('worker.js'),
  workerOfKeptCourses: registers('/sw.js'),
  workerOfThePlayer: registers('/_p/'),
  workerFromMemory: () => registers(blob())(),
  overwrite: async () => (await fetch('/_p/', { method: 'PUT', body: 'mine' })).status,
  cached: async () => { await (await caches.open('mine')).put('/_p/', new Response('mine')); return (await (await fetch('/_p/')).text()) === 'mine'; },
  academyHere: async () => (await fetch('/api/identity/me', { credentials: 'include' })).status,
  academyWithToken: async () => (await fetch('/api/content/packages', { headers: { authorization: 'Bearer ' + token } })).status,
  camera: () => navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'seen'),
  microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'heard'),
  place: () => new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('known'), ({ code }) => resolve(code))),
  usb: () => navigator.usb.requestDevice({ filters: [] }).then(() => 'there'),
});
document.querySelector('#open').onclick = () => { window.opened = open(window.address); };
window.scripting = () => named({
  closed: () => opened.closed,
  document: () => opened.closed || opened.document.title,
  storage: () => opened.closed || opened.localStorage.length,
  script: () => opened.closed || opened.eval('1'),
});
`;

const senders = `
/** Every way of reaching an address, with the learner's cookies where the way allows it. */
window.senders = (address) => named({
  fetch: () => fetch(address, { credentials: 'include' }).then(() => 'reached'),
  blind: () => fetch(address, { method: 'POST', mode: 'no-cors', credentials: 'include', body: 'x' }).then(() => 'reached'),
  kept: () => fetch(address, { method: 'POST', mode: 'no-cors', keepalive: true, body: 'x' }).then(() => 'reached'),
  xhr: () => { const xhr = new XMLHttpRequest(); xhr.withCredentials = true; xhr.open('POST', address); const came = outcome(xhr, 'load', 'error'); xhr.send('x'); return came; },
  socket: () => outcome(new WebSocket(address.replace('http', 'ws')), 'open', 'error'),
  events: () => outcome(new EventSource(address, { withCredentials: true }), 'open', 'error'),
  image: () => loading('img', { src: address }),
  script: () => loading('script', { src: address }),
  style: () => loading('link', { rel: 'stylesheet', href: address }),
  media: () => { const video = Object.assign(document.createElement('video'), { src: address }); const came = outcome(video, 'loadeddata', 'error'); video.load(); return came; },
  object: () => loading('object', { data: address }),
  worker: () => outcome(new Worker(URL.createObjectURL(new Blob(['importScripts(' + JSON.stringify(address) + ')']))), 'message', 'error'),
  frame: () => { const frame = Object.assign(document.createElement('iframe'), { src: address }); document.body.append(frame); return new Promise((resolve) => { frame.onload = () => { try { resolve(frame.contentDocument ? 'own' : 'blocked'); } catch (error) { resolve(error.name); } }; }); },
  form: () => new Promise((resolve) => {
    const frame = Object.assign(document.createElement('iframe'), { name: 'target' });
    const form = Object.assign(document.createElement('form'), { action: address, method: 'post', target: 'target' });
    document.body.append(frame, form);
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => { if (effectiveDirective === 'form-action') resolve('blocked'); });
    form.submit();
  }),
  beacon: () => new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => { if (effectiveDirective === 'connect-src') resolve('blocked'); });
    navigator.sendBeacon(address, 'x');
  }),
});
`;
