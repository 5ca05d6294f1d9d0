import { buffer } from 'node:stream/consumers';
import type { Language } from '@aula/contracts';
import PDFDocument from 'pdfkit';
import type { GuideText } from '../courses/course.ts';

/** Every guide of the same words has the same date. */
const when = new Date('2026-01-05T12:00:00Z');
const [ink, accent] = ['#1d2b33', '#0b4f5c'];

/** A guide as a PDF of one page for the pocket, A5. */
export const drawGuide = (title: string, { unitTitle, lead, steps }: GuideText, language: Language): Promise<Buffer> => {
  const info = { Title: `${title}: ${unitTitle}`, Creator: 'Aula', CreationDate: when };
  const doc = new PDFDocument({ size: 'A5', margin: 40, lang: language, displayTitle: true, info });
  doc.font('Helvetica').fontSize(10).fillColor(ink).text(title);
  doc.font('Helvetica-Bold').fontSize(22).fillColor(accent).text(unitTitle);
  doc.font('Helvetica-Oblique').fontSize(9.5).fillColor(ink).text(lead).moveDown(1.2);
  for (const [place, [name, text]] of steps.entries()) {
    doc
      .font('Helvetica-Bold')
      .fontSize(12)
      .fillColor(accent)
      .text(`${String(place + 1)}. ${name}`);
    doc.font('Helvetica').fontSize(10.5).fillColor(ink).text(text, { lineGap: 2 }).moveDown(0.8);
  }
  doc.end();
  return buffer(doc);
};
