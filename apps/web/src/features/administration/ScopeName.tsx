import type { GrantView, Language, LocalText } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { type ScopeChoice, scopeChoiceQuery } from './api.js';

/** How the thing that a role is bound to is called; an edition's title is one text, a course's one per language. */
export const nameOf = ({ name, title, code, id }: ScopeChoice, language: Language): string => {
  if (name) return name;
  if (typeof title === 'string') return title;
  const text = textIn(title as LocalText | undefined, language);
  return [code, text].filter(Boolean).join(' · ') || id;
};

/** Where a role holds, in words. */
export const ScopeName = ({ scope }: { scope: GrantView['scope'] }) => {
  const { t } = useTranslation();
  return scope.kind === 'everything' ? <>{t('administration.scope.everything')}</> : <BoundName kind={scope.kind} id={scope.id ?? ''} />;
};

const BoundName = ({ kind, id }: { kind: Exclude<GrantView['scope']['kind'], 'everything'>; id: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useQuery(scopeChoiceQuery(kind));
  const found = data?.items.find((each) => each.id === id);
  return (
    <>
      {t(`administration.scope.${kind}`)}: {found ? nameOf(found, language) : id}
    </>
  );
};
