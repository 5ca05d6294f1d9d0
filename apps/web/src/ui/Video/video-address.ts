/** How a video at an address is shown. */
export type VideoSource =
  { kind: 'file'; url: string } | { kind: 'embed'; url: string; host: string } | { kind: 'page'; url: string; host: string };

const id = /^[\w-]{6,20}$/;

/** YouTube's and Vimeo's players that set no cookies before play; a file plays here; anything else opens where it is. */
export const videoAt = (address: string): VideoSource | undefined => {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:') return undefined;
  const host = url.hostname.replace(/^(www|m)\./, '');
  const youtube =
    host === 'youtu.be'
      ? url.pathname.slice(1)
      : host === 'youtube.com'
        ? (url.searchParams.get('v') ?? url.pathname.split('/').at(-1) ?? '')
        : '';
  if (id.test(youtube)) return { kind: 'embed', url: `https://www.youtube-nocookie.com/embed/${youtube}`, host: 'YouTube' };
  const vimeo = /^\/(?:video\/)?(\d{6,})/.exec(url.pathname)?.[1];
  if (/(^|\.)vimeo\.com$/.test(host) && vimeo)
    return { kind: 'embed', url: `https://player.vimeo.com/video/${vimeo}?dnt=1`, host: 'Vimeo' };
  if (/\.(mp4|m4v|webm|ogv|mov)$/i.test(url.pathname)) return { kind: 'file', url: url.href };
  return { kind: 'page', url: url.href, host: url.host };
};
