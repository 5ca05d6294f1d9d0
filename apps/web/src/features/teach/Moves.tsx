import type { PackageMoveView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { allows } from '../../lib/rights.js';
import { instantText } from '../../lib/time.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { packagesPath } from './api.js';
import { movesQuery, underWay, undoMove } from './version-api.js';

const tones = { queued: 'plain', running: 'calm', done: 'good', reversing: 'calm', reversed: 'plain' } as const;

/** The moves between the versions of a package: how far each is, what it came to, and the way to undo it. */
export const Moves = ({ packageId }: { packageId: string }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const query = useQuery(movesQuery(packageId));
  const running = query.data?.items.some(underWay) ?? false;
  useEffect(() => {
    if (!running)
      void client.invalidateQueries({ queryKey: [packagesPath, packageId], predicate: ({ queryKey }) => queryKey[2] !== 'moves' });
  }, [running, client, packageId]);
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length > 0 && (
          <Section title={t('teach.versions.moves.title')} plain>
            <Rows label={t('teach.versions.moves.title')}>
              {items.map((move) => (
                <MoveRow key={move.id} move={move} packageId={packageId} />
              ))}
            </Rows>
          </Section>
        )
      }
    </Loaded>
  );
};

const MoveRow = ({ move, packageId }: { move: PackageMoveView; packageId: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const shown = (value: number) => ({ count: value, shown: count(value, language) });
  const title = t('teach.versions.moves.to', { number: move.number });
  const numbers = [
    t('teach.versions.moves.moved', shown(move.moved)),
    ...(!underWay(move) && move.total > move.moved ? [t('teach.versions.moves.left', shown(move.total - move.moved))] : []),
    ...(move.reversed > 0 ? [t('teach.versions.moves.reversed', shown(move.reversed))] : []),
    ...(move.stayed > 0 ? [t('teach.versions.moves.stayed', shown(move.stayed))] : []),
  ];
  return (
    <Row
      title={title}
      text={[t(`teach.versions.move.rule.${move.rule}`), move.editionTitle, instantText(move.createdAt, language)]
        .filter(Boolean)
        .join(' · ')}
      aside={<Tag tone={tones[move.state]}>{t(`teach.versions.moves.state.${move.state}`)}</Tag>}
      actions={allows(move, 'package.move') && <Undo move={move} packageId={packageId} title={title} />}
    >
      {underWay(move) ? (
        <Meter
          share={
            move.total === 0 ? null : Math.min(1, (move.state === 'reversing' ? move.reversed + move.stayed : move.moved) / move.total)
          }
          label={title}
        />
      ) : (
        numbers.join(' · ')
      )}
    </Row>
  );
};

const Undo = ({ move, packageId, title }: { move: PackageMoveView; packageId: string; title: string }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const undo = useMutation({
    mutationFn: () => undoMove(move.id),
    onSuccess: async () => {
      setAsking(false);
      await client.invalidateQueries({ queryKey: [packagesPath, packageId] });
    },
  });
  return (
    <>
      <Button
        variant="default"
        size="xs"
        aria-label={t('teach.versions.moves.undoOf', { title, when: move.createdAt.slice(0, 10) })}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('teach.versions.moves.undo')}
      </Button>
      <Confirm
        opened={asking}
        title={t('teach.versions.moves.undo')}
        confirm={t('teach.versions.moves.undo')}
        busy={undo.isPending}
        reason={undo.error}
        onConfirm={() => {
          undo.mutate();
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>{t('teach.versions.moves.undoText')}</p>
      </Confirm>
    </>
  );
};
