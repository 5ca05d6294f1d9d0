import type { EntityManager } from '@mikro-orm/postgresql';
import { createTransport, type Transporter } from 'nodemailer';
import { rows } from '../database/rows.js';
import type { Ids } from '../ids.js';
import type { Settings } from '../settings/settings.js';
import type { Recorder } from '../work/recorder.js';

export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** Where a mail program posts when the reader wants no more such letters (RFC 8058). */
  unsubscribe?: string;
}

/** Sends by SMTP where `SMTP_URL` says so; else keeps letters in the outbox, where an administrator reads them in the application. */
export class Mail {
  private readonly transport: Transporter | undefined;

  constructor(
    private readonly settings: Pick<Settings, 'smtpUrl' | 'mailFrom'>,
    private readonly ids: Ids,
  ) {
    this.transport = settings.smtpUrl ? createTransport(settings.smtpUrl) : undefined;
  }

  /** Puts letters into the outbox and orders their sending, in the caller's transaction. Answers the letters' ids, in their order. */
  async queue(em: EntityManager, record: Recorder, letters: readonly Letter[]): Promise<string[]> {
    const ids = letters.map(() => this.ids.next());
    await rows(
      em,
      `insert into platform.mail (id, address, subject, body) select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[])`,
      [ids, letters.map((letter) => letter.to), letters.map((letter) => letter.subject), letters.map((letter) => letter.text)],
    );
    record.order('identity.send-mail', ids);
    return ids;
  }

  /** Hands one letter on, in the name of the academy. The message id repeats with the letter, so that a receiver may know a second delivery (at least once). */
  async deliver(id: string, letter: Letter, academy?: string): Promise<'sent' | 'kept'> {
    if (!this.transport) return 'kept';
    await this.transport.sendMail({
      from: academy === undefined ? this.settings.mailFrom : inTheNameOf(academy, this.settings.mailFrom),
      to: letter.to,
      subject: letter.subject,
      text: letter.text,
      messageId: `<${id}@aula>`,
      ...(letter.unsubscribe === undefined
        ? {}
        : { headers: { 'List-Unsubscribe': `<${letter.unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } }),
    });
    return 'sent';
  }
}

/** The sender's address under another name. */
const inTheNameOf = (name: string, from: string): { name: string; address: string } => ({
  name,
  address: /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from,
});
