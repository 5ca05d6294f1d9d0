import type { DeadDeliveryView } from '@aula/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconMailExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { useList } from '../../lib/pages.js';
import { instantText } from '../../lib/time.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { deliveriesPath, retryDeliveries, retryDelivery } from './api.js';
import { facts, houses, useNames } from './names.js';
import { RetryAll } from './RetryAll.js';
import styles from './administration.module.css';

/** Facts that a house could not take. */
export const Deliveries = () => {
  const { t } = useTranslation();
  const names = useNames();
  const [event, setEvent] = useState('');
  const [consumer, setConsumer] = useState('');
  const list = useList<DeadDeliveryView>(deliveriesPath, { event, consumer }, 5_000);
  return (
    <Page title={t('nav.deliveries')} lead={t('administration.deliveries.lead')}>
      <div className={styles.filters}>
        <NativeSelect
          label={t('administration.work.fact')}
          value={event}
          data={[
            { value: '', label: t('administration.work.anyFact') },
            ...facts.map((each) => ({ value: each, label: names.fact(each) })),
          ]}
          onChange={({ currentTarget }) => {
            setEvent(currentTarget.value);
          }}
        />
        <NativeSelect
          label={t('administration.work.part')}
          value={consumer}
          data={[
            { value: '', label: t('administration.work.anyPart') },
            ...houses.map((each) => ({ value: each, label: names.house(each) })),
          ]}
          onChange={({ currentTarget }) => {
            setConsumer(currentTarget.value);
          }}
        />
      </div>
      <RetryAll
        key={event + consumer}
        retry={() => retryDeliveries({ event, consumer })}
        path={deliveriesPath}
        offered={list.items.length > 0}
      />
      <LoadedList
        list={list}
        empty={
          <Empty icon={<IconMailExclamation size={28} />} title={t('administration.deliveries.empty')}>
            {t('administration.deliveries.emptyText')}
          </Empty>
        }
      >
        {(items) => (
          <Rows label={t('nav.deliveries')}>
            {items.map((each) => (
              <DeliveryRow key={`${each.eventId}-${each.consumer}`} delivery={each} />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Page>
  );
};

const DeliveryRow = ({ delivery }: { delivery: DeadDeliveryView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const names = useNames();
  const name = `${names.fact(delivery.event)} → ${names.house(delivery.consumer)}`;
  const retry = useMutation({ mutationFn: retryDelivery, onSuccess: () => client.invalidateQueries({ queryKey: [deliveriesPath] }) });
  return (
    <Row
      title={name}
      text={
        <>
          {[
            instantText(delivery.recordedAt, language),
            t('administration.deliveries.items', { count: delivery.items }),
            t('administration.attempts', { count: delivery.attempts }),
          ].join(' · ')}
          <br />
          <code>
            {delivery.event} → {delivery.consumer}
          </code>
        </>
      }
      actions={
        <Button
          size="xs"
          variant="default"
          loading={retry.isPending}
          aria-label={t('administration.retryNamed', { name })}
          onClick={() => {
            retry.mutate(delivery);
          }}
        >
          {t('administration.retry')}
        </Button>
      }
    >
      {retry.isError && <Failure reason={retry.error} />}
      {delivery.lastError && <pre className={styles.error}>{delivery.lastError}</pre>}
    </Row>
  );
};
