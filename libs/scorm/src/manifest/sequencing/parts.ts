import type { XmlElement } from '../xml.js';

/** The parts of one imsss:sequencing by family and name: `imsss:objectives`, `adlseq:objectives` … */
export type Parts = ReadonlyMap<string, XmlElement>;
