import PDFDocument from 'pdfkit';
import { localeOf } from '../credential/achievement.entity.js';
import { drawBody } from './body.service.js';
import { certificateWords, type CertificateContent } from './certificate.entity.js';
import { drawFoot } from './foot.service.js';
import type { LogoPicture } from './logo.service.js';
import { coloursOf, drawFrame, drawRosette } from './ornament.service.js';
import { artifact, page, registerFonts } from './sheet.service.js';

/** The certificate as PDF/A-3 (ISO 19005-3): A4 across, tagged, in its language, fonts embedded, the signed credential attached. */
export const drawCertificate = async (content: CertificateContent, logo: LogoPicture | null = null): Promise<Buffer> => {
  const words = certificateWords[content.language];
  const colours = coloursOf(content.brand.color);
  const doc = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: localeOf(content.language),
    displayTitle: true,
    info: {
      Title: metadataText(`${words.heading} – ${content.course}`),
      Author: metadataText(content.network),
      Creator: 'Aula',
      Producer: 'Aula',
      CreationDate: content.issuedAt,
    },
  });
  const bytes = collect(doc);
  registerFonts(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  artifact({ doc }, () => {
    drawFrame(doc, colours, page);
    doc.lineWidth(0.35).strokeColor(colours.pale);
    drawRosette(doc, { x: page.middle, y: 248 }, { radius: 172, depth: 120, petals: 72 }).stroke();
  });
  const sheet = { doc, root, content, words, colours, logo };
  drawBody(sheet);
  drawFoot(sheet);
  root.end();
  attach(doc, content, words.attachment);
  doc.end();
  return bytes;
};

const attach = (doc: PDFKit.PDFDocument, { document, issuedAt }: CertificateContent, description: string): void => {
  const options = { name: 'credential.json', type: 'application/vc+ld+json', description, relationship: 'Source' };
  doc.file(Buffer.from(document), { ...options, creationDate: issuedAt, modifiedDate: issuedAt });
};

const collect = (doc: PDFKit.PDFDocument): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });

/** Text of the metadata, which PDFKit writes into XML as it is: without what XML would read as markup. */
const metadataText = (text: string): string => text.replace(/[<>&\s]+/g, ' ').trim();
