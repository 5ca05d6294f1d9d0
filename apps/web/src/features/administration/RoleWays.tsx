import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/Links/Links.js';

/** The other ways to look at roles: by role and place, and by what may be done. */
export const RoleWays = () => {
  const { t } = useTranslation();
  return (
    <>
      <ButtonLink to="/administration/grants" variant="default">
        {t('administration.rights.byRole')}
      </ButtonLink>
      <ButtonLink to="/administration/holders" variant="default">
        {t('administration.rights.whoMay')}
      </ButtonLink>
    </>
  );
};
