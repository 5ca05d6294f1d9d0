import type { GrantView } from '@aula/contracts';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { List } from '../../lib/pages.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { GrantWords } from './GrantWords.js';

/** Grants with whose they are. */
export const GrantRows = ({ list, label }: { list: List<GrantView>; label: string }) => {
  const { t } = useTranslation();
  return (
    <LoadedList
      list={list}
      empty={
        <Empty icon={<IconKey size={28} />} title={t('administration.rights.nobody')}>
          {t('administration.rights.nobodyText')}
        </Empty>
      }
    >
      {(items) => (
        <Rows label={label}>
          {items.map((grant) => (
            <Row
              key={grant.id}
              title={
                <TextLink to="/administration/roles/$personId" params={{ personId: grant.personId }}>
                  {grant.personName}
                </TextLink>
              }
              text={
                <>
                  {grant.personEmail}
                  <br />
                  <GrantWords grant={grant} role />
                </>
              }
            />
          ))}
        </Rows>
      )}
    </LoadedList>
  );
};
