import type { CourseFacets } from '@aula/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { http } from '../../lib/http.js';
import { useLanguage } from '../../lib/i18n.js';
import { countryName, languageNames } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { type Choice, type Chosen, choices } from './choices.js';
import styles from './catalogue.module.css';

/** The choices of the catalogue, each with the number of courses that it leaves. One that leaves none cannot be chosen. */
export const Facets = ({ chosen, onChoose }: { chosen: Chosen; onChoose: (next: Chosen) => void }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ['/catalog/facets', chosen],
    queryFn: ({ signal }) => http.get<CourseFacets>('/catalog/facets', { ...chosen }, signal),
    placeholderData: (before) => before,
  });
  const names = useNames(data);
  const optionsOf = (facet: Choice) => {
    const counted = data?.[facet] ?? [];
    const gone =
      chosen[facet] !== undefined && !counted.some(({ value }) => value === chosen[facet]) ? [{ value: chosen[facet], count: 0 }] : [];
    return [...counted, ...gone].map((each) => ({
      value: each.value,
      label: t('public.facets.choice', { name: names[facet](each.value), courses: count(each.count, language) }),
    }));
  };
  const some = choices.some((facet) => chosen[facet] !== undefined);
  return (
    <>
      <div className={styles.facets}>
        {choices.map((facet) => (
          <NativeSelect
            key={facet}
            label={facet === 'language' ? t('catalogue.language') : t(`public.facets.${facet}`)}
            value={chosen[facet] ?? ''}
            data={[{ value: '', label: facet === 'language' ? t('catalogue.anyLanguage') : t('public.facets.any') }, ...optionsOf(facet)]}
            onChange={(event) => {
              onChoose({ ...chosen, [facet]: event.currentTarget.value || undefined });
            }}
          />
        ))}
      </div>
      <div className={styles.found}>
        <p role="status">{data && t('public.facets.found', { count: data.total })}</p>
        {(some || chosen.q !== undefined) && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              onChoose({});
            }}
          >
            {t('public.facets.clear')}
          </Button>
        )}
      </div>
    </>
  );
};

/** What each value is called. */
const useNames = (facets: CourseFacets | undefined): Record<Choice, (value: string) => string> => {
  const { t } = useTranslation();
  const language = useLanguage();
  return {
    language: (value) => languageNames[value as keyof typeof languageNames],
    kind: (value) => t(`unit.kind.${value as 'page'}`),
    length: (value) => t(`public.facets.lengths.${value as 'short'}`),
    mode: (value) => t(`public.facets.modes.${value as 'virtual'}`),
    when: (value) => t(`public.facets.times.${value as 'open'}`),
    institution: (value) => {
      const found = facets?.institution.find((each) => each.value === value);
      return found ? `${found.name}, ${countryName(found.country, language)}` : '…';
    },
  };
};
