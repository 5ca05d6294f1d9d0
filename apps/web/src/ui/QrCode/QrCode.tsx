import { create } from 'qrcode';
import styles from './QrCode.module.css';

/** Modules of light around the code (ISO/IEC 18004, 6.3.8). */
const quiet = 4;

/** `text` as a QR code; `label` says what it is for who does not see it. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const dark = [...modules.data.keys()].filter((at) => modules.data[at] === 1);
  const path = dark
    .map((at) => `M${String((at % modules.size) + quiet)} ${String(Math.floor(at / modules.size) + quiet)}h1v1h-1z`)
    .join('');
  const side = modules.size + 2 * quiet;
  return (
    <svg role="img" aria-label={label} className={styles.code} viewBox={`0 0 ${String(side)} ${String(side)}`} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
};
