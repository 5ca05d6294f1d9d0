import { finding, type Finding } from '@aula/scorm';

type Attributes = Readonly<Record<string, string>>;
type Counted = 'image-without-alternative' | 'media-without-captions' | 'frame-without-title' | 'field-without-label';

/** Counts what of a page keeps people out who see, hear or use a page otherwise than its author. WCAG 2.2: 1.1.1, 1.2.2, 1.4.4, 3.3.2, 4.1.2. */
export class Barriers {
  private readonly lines: Record<Counted, number[]> = {
    'image-without-alternative': [],
    'media-without-captions': [],
    'frame-without-title': [],
    'field-without-label': [],
  };
  private readonly labelled = new Set<string>();
  private readonly fields: { line: number; id: string | undefined }[] = [];
  private media: { line: number; captioned: boolean } | undefined;
  private labels = 0;
  private zoomBlocked: number | undefined;

  open(name: string, attributes: Attributes, line: number): void {
    if (name === 'label') this.label(attributes);
    if (name === 'video' || name === 'audio') this.media = { line, captioned: isSilent(attributes) };
    if (name === 'track' && this.media) this.media.captioned ||= /^(captions|subtitles|)$/i.test(attributes['kind'] ?? '');
    if (name === 'meta' && /^viewport$/i.test(attributes['name'] ?? '') && blocksZoom(attributes['content'] ?? ''))
      this.zoomBlocked ??= line;
    if (isHidden(attributes)) return;
    if (isImage(name, attributes) && attributes['alt'] === undefined && !isNamed(attributes))
      this.lines['image-without-alternative'].push(line);
    if ((name === 'iframe' || name === 'frame') && !isNamed(attributes)) this.lines['frame-without-title'].push(line);
    if (isField(name, attributes) && this.labels === 0 && !isNamed(attributes)) this.fields.push({ line, id: attributes['id'] });
  }

  close(name: string): void {
    if (name === 'label') this.labels = Math.max(0, this.labels - 1);
    if ((name !== 'video' && name !== 'audio') || !this.media) return;
    if (!this.media.captioned) this.lines['media-without-captions'].push(this.media.line);
    this.media = undefined;
  }

  /** One finding of each kind, at the first place. */
  findings(path: string): Finding[] {
    const unlabelled = this.fields.filter(({ id }) => id === undefined || !this.labelled.has(id)).map(({ line }) => line);
    const lines = { ...this.lines, 'field-without-label': unlabelled };
    const counted = (Object.entries(lines) as [Counted, number[]][]).flatMap(([code, [line, ...more]]) =>
      line === undefined ? [] : [finding(code, { count: more.length + 1 }, { path, line })],
    );
    return this.zoomBlocked === undefined ? counted : [...counted, finding('zoom-blocked', {}, { path, line: this.zoomBlocked })];
  }

  private label({ for: id }: Attributes): void {
    this.labels++;
    if (id !== undefined) this.labelled.add(id);
  }
}

const isHidden = (attributes: Attributes): boolean =>
  attributes['hidden'] !== undefined || attributes['aria-hidden'] === 'true' || ['presentation', 'none'].includes(attributes['role'] ?? '');

const isNamed = (attributes: Attributes): boolean =>
  ['aria-label', 'aria-labelledby', 'title'].some((name) => (attributes[name] ?? '').trim() !== '');

/** An image; an empty alternative says that it is there for its looks. */
const isImage = (name: string, { type }: Attributes): boolean =>
  name === 'img' || name === 'area' || (name === 'input' && type === 'image');

/** What people write in or choose from; buttons bear their own words. */
const isField = (name: string, { type = 'text' }: Attributes): boolean =>
  name === 'select' || name === 'textarea' || (name === 'input' && !/^(hidden|submit|reset|button|image)$/i.test(type));

/** A video that plays without sound has nothing to caption. */
const isSilent = (attributes: Attributes): boolean => attributes['muted'] !== undefined;

/** A page may be enlarged to twice its size at least. */
const blocksZoom = (content: string): boolean => {
  const most = Number(/\bmaximum-scale\s*=\s*([\d.]+)/i.exec(content)?.[1]);
  return /\buser-scalable\s*=\s*(no|0)\b/i.test(content) || (most > 0 && most < 2);
};
