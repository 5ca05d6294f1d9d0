import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/Notice/Notice.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';

interface Finding {
  severity: 'error' | 'warning' | 'info';
  code: string;
  message: string;
  path?: string | null;
  line: number | null;
  /** Where it is mended in authoring tools. */
  mend?: readonly string[];
}

const looks = {
  error: { tone: 'bad', icon: IconCircleX },
  warning: { tone: 'care', icon: IconAlertTriangle },
  info: { tone: 'calm', icon: IconInfoCircle },
} as const;
const weight = { error: 0, warning: 1, info: 2 } as const;

/** What was found in a file: how grave, where, and what to do about it; the gravest first. */
export const Findings = ({ findings }: { findings: readonly Finding[] }) => {
  const { t } = useTranslation();
  if (findings.length === 0) return <Notice tone="good">{t('teach.findings.none')}</Notice>;
  return (
    <Rows label={t('teach.findings.title')}>
      {[...findings]
        .sort((a, b) => weight[a.severity] - weight[b.severity])
        .map((finding, at) => {
          const { tone, icon: Icon } = looks[finding.severity];
          return (
            <Row
              key={`${finding.code}-${String(at)}`}
              title={finding.message}
              text={
                <>
                  <Place finding={finding} />
                  <Mending ways={finding.mend ?? []} />
                </>
              }
              aside={
                <Tag tone={tone} icon={<Icon aria-hidden />}>
                  {t(`teach.findings.${finding.severity}`)}
                </Tag>
              }
            />
          );
        })}
    </Rows>
  );
};

const Place = ({ finding: { path, line, code } }: { finding: Finding }) => {
  const { t } = useTranslation();
  const place = [path, line === null ? '' : t('teach.findings.line', { line })].filter(Boolean).join(', ');
  return (
    <>
      {place && <span>{place} · </span>}
      <code>{code}</code>
    </>
  );
};

/** One way stands there; several, where the tool is not known, are behind a button. */
const Mending = ({ ways }: { ways: readonly string[] }) => {
  const { t } = useTranslation();
  if (ways.length === 0) return null;
  if (ways.length === 1) return <p>{ways[0]}</p>;
  return (
    <details>
      <summary>{t('teach.findings.mend')}</summary>
      <ul>
        {ways.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
    </details>
  );
};
