import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { lessonWords, partsOf, type Lesson, type LessonPart, type ScormVersion } from './lesson.ts';
import { commonFiles, filesOf, manifest } from './manifest.ts';

const content = (name: string): Buffer => readFileSync(new URL(`content/${name}`, import.meta.url));
/** Every zip of the same lesson has the same bytes, so that the academy stores it once. */
const when = new Date('2026-01-05T12:00:00Z');

/** A SCORM package as a zip: for each part one SCO with pages, practice questions, bookmark, interactions, score and completion. */
export const buildPackage = (lesson: Lesson, version: ScormVersion): Promise<Buffer> => {
  const zip = new ZipFile();
  const add = (name: string, bytes: Buffer): void => zip.addBuffer(bytes, name, { mtime: when });
  add('imsmanifest.xml', Buffer.from(manifest(lesson, version)));
  const parts = partsOf(lesson);
  for (const [index, part] of parts.entries()) {
    const files = filesOf(lesson, index);
    const isFollowed = version === '2004' && index < parts.length - 1; // content of SCORM 1.2 cannot ask for what comes next
    const data = JSON.stringify({ version, lesson: part, isFollowed, words: lessonWords[lesson.language] }).replaceAll('<', '\\u003c');
    add(files.page, Buffer.from(page(lesson, part, files.data)));
    add(files.data, Buffer.from(`window.lessonData = ${data};\n`));
  }
  for (const name of commonFiles) add(name, content(name));
  zip.end();
  return buffer(zip.outputStream);
};

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const page = (lesson: Lesson, part: LessonPart, data: string): string => `<!doctype html>
<html lang="${lesson.language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escape(part.title)}</title>
    <link rel="stylesheet" href="lesson.css">
  </head>
  <body>
    <header><p id="course">${escape(part.title)}</p><progress id="progress" max="1" value="0" aria-label="${escape(part.title)}"></progress></header>
    <main id="page" tabindex="-1"></main>
    <footer><button id="back" type="button"></button><span id="place" role="status"></span><button id="next" type="button"></button></footer>
    <script src="${data}"></script>
    <script src="runtime.js"></script>
    <script src="lesson.js"></script>
  </body>
</html>
`;
