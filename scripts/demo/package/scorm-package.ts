import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { lessonWords, type Lesson, type ScormVersion } from './lesson.ts';
import { manifest } from './manifest.ts';

const part = (name: string): Buffer => readFileSync(new URL(`content/${name}`, import.meta.url));
/** Every zip of the same lesson has the same bytes, so that the academy stores it once. */
const when = new Date('2026-01-05T12:00:00Z');

/** A SCORM package as a zip: one SCO with pages, practice questions, bookmark, interactions, score and completion. */
export const buildPackage = (lesson: Lesson, version: ScormVersion): Promise<Buffer> => {
  const data = JSON.stringify({ version, lesson, words: lessonWords[lesson.language] }).replaceAll('<', '\\u003c');
  const files: Record<string, Buffer> = {
    'imsmanifest.xml': Buffer.from(manifest(lesson, version)),
    'index.html': Buffer.from(page(lesson)),
    'lesson-data.js': Buffer.from(`window.lessonData = ${data};\n`),
    'lesson.css': part('lesson.css'),
    'lesson.js': part('lesson.js'),
    'runtime.js': part('runtime.js'),
  };
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(bytes, name, { mtime: when });
  zip.end();
  return buffer(zip.outputStream);
};

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const page = (lesson: Lesson): string => `<!doctype html>
<html lang="${lesson.language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escape(lesson.title)}</title>
    <link rel="stylesheet" href="lesson.css">
  </head>
  <body>
    <header><p id="course">${escape(lesson.title)}</p><progress id="progress" max="1" value="0" aria-label="${escape(lesson.title)}"></progress></header>
    <main id="page" tabindex="-1"></main>
    <footer><button id="back" type="button"></button><span id="place" role="status"></span><button id="next" type="button"></button></footer>
    <script src="lesson-data.js"></script>
    <script src="runtime.js"></script>
    <script src="lesson.js"></script>
  </body>
</html>
`;
