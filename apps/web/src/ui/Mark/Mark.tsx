/** The sign of Aula: a doorway with a light in it. */
export const Mark = ({ size = 32, color = '#0f4c57' }: { size?: number; color?: string | undefined }) => (
  <svg viewBox="0 0 64 64" width={size} height={size} aria-hidden focusable="false">
    <rect width="64" height="64" rx="14" fill={color} />
    <path d="M12 50V30a20 20 0 0 1 40 0v20H42V30a10 10 0 0 0-20 0v20z" fill="#fff" />
    <path d="M29 50V31a3 3 0 0 1 6 0v19z" fill="#f2b84b" />
  </svg>
);
