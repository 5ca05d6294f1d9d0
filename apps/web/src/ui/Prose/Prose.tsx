import styles from './Prose.module.css';

/** A page as the server rendered and sanitised it; nothing that the browser holds is put in. */
export const Prose = ({ lang, html }: { lang: string; html: string }) => (
  <article className={styles.prose} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
);
