import { useBrand } from '../../lib/brand.js';
import { Mark } from './Mark.js';
import styles from './Brand.module.css';

/** The academy's picture and name; the sign of Aula where it has none of its own. */
export const Brand = () => {
  const { name, logo, palette } = useBrand();
  return (
    <>
      {logo ? <img className={styles.logo} src={logo} alt="" /> : <Mark size={34} color={palette?.[8]} />}
      <span className={styles.name}>{name}</span>
    </>
  );
};
