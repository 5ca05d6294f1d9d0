import { languages, type Language } from '@aula/contracts';

/** Bytes of one file of captions: hours of speech. */
export const mostCaptionBytes = 1_048_576;

/** Beyond it a file is no text of captions and its rest is not taken; below it, what is wrong is said in words. */
export const mostUploadBytes = 4 * mostCaptionBytes;

/** True for captions in WebVTT (W3C): the signature, then at least one cue's times. */
export const isWebVtt = (text: string): boolean =>
  /^\ufeff?WEBVTT(?:[ \t\r\n]|$)/.test(text) && /(?:\d{2,}:)?\d{2}:\d{2}\.\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?\d{2}:\d{2}\.\d{3}/.test(text);

export const languageIn = (text: string | undefined): Language | undefined => languages.find((language) => language === text);
