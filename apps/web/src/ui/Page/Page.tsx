import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useBrand } from '../../lib/brand.js';
import { takeFocus } from '../../lib/focus.js';
import styles from './Page.module.css';

interface Props {
  title: string;
  /** What stands above the title: the course of a unit, the kind of a thing. */
  over?: ReactNode;
  lead?: ReactNode;
  /** Way back, a link. */
  back?: ReactNode;
  actions?: ReactNode;
  /** Reading width instead of the full one. */
  narrow?: boolean;
  children?: ReactNode;
}

/** One page: its heading, which takes the focus after a change of page, and what belongs to it. */
export const Page = ({ title, over, lead, back, actions, narrow = false, children }: Props) => {
  const { name } = useBrand();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    takeFocus(heading.current);
  }, []);
  return (
    <div className={narrow ? styles.narrow : styles.page}>
      <title>{`${title} · ${name}`}</title>
      {back && (
        <div className={styles.back}>
          <IconArrowLeft size={18} aria-hidden />
          {back}
        </div>
      )}
      <header className={styles.head}>
        <div className={styles.words}>
          {over && <div className={styles.over}>{over}</div>}
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {lead && <div className={styles.lead}>{lead}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
};

/** A part of a page under its own heading. */
export const Section = ({
  title,
  actions,
  children,
  plain = false,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
  plain?: boolean;
}) => (
  <section className={plain ? styles.plain : styles.section} aria-label={title}>
    <div className={styles.sectionHead}>
      <h2 className={styles.sectionTitle}>{title}</h2>
      {actions}
    </div>
    {children}
  </section>
);
