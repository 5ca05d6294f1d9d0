import { Injectable } from '@nestjs/common';
import { inLanguage } from '@aula/contracts';
import { Job, LiveSettings, Mail, Work, row, rows } from '@aula/platform';
import { blotted } from './mail.queries.js';

interface Queued {
  address: string;
  subject: string;
  body: string;
  unsubscribe: string | null;
}

@Injectable()
export class MailJobs {
  constructor(
    private readonly work: Work,
    private readonly mail: Mail,
    private readonly live: LiveSettings,
  ) {}

  /**
   * Hands a letter on; a failing server is tried again with growing pauses. A crash between the server's yes and the mark may send a
   * letter twice, under the same message id. Codes are blotted out of what was sent: they are for the receiver alone.
   */
  @Job('identity.send-mail')
  async send(id: string): Promise<void> {
    const letter = await this.work.read((em) =>
      row<Queued>(
        em,
        `select m.address, m.subject, m.body, n.unsubscribe
         from platform.mail m left join identity.notification_mail n on n.mail_id = m.id where m.id = $1 and m.state = 'queued'`,
        [id],
      ),
    );
    if (!letter) return;
    const { address: to, subject, body: text, unsubscribe } = letter;
    const { name, language } = await this.live.now();
    const sent = { to, subject, text, ...(unsubscribe === null ? {} : { unsubscribe }) };
    const state = await this.mail.deliver(id, sent, name ? inLanguage(name, language) : undefined);
    await this.work.run((em) =>
      rows(
        em,
        `update platform.mail set state = $2, sent_at = clock_timestamp(),
           body = case when $2 = 'sent' then ${blotted} else body end
         where id = $1 and state = 'queued'`,
        [id, state],
      ),
    );
  }
}
