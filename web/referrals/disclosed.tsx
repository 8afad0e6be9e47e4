import { messages } from '#referrals/messages.ts';
import type { ReferralRecord } from '#referrals/schema.ts';
import { shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies } from '#web/platform/lists.ts';
import { fieldWords, ReferralPerson, valueWords } from '#web/referrals/words.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Facts, Row } from '#web/ui/layout.tsx';

/** What the agency asked sees of the child, why, and until when; and what it does not see. */
export function Disclosed({ record, words }: { record: ReferralRecord; words: Lists }) {
  const { referral, disclosed } = record;
  const agencies = useAgencies();
  if (!disclosed) return referral.person ? <ReferralPerson referral={referral} /> : null;
  const agency = agencies.nameOf(referral.toAgency);
  const toMe = referral.standing === 'receiver';
  // Name, age and sex stand beside the tile already.
  const besideTile = toMe ? ['name', 'age', 'sex'] : ['name'];
  const facts = disclosed.fields
    .filter(({ field }) => !besideTile.includes(field))
    .map((value) => {
      const said = valueWords(value, words, referral.person);
      return [t(fieldWords[value.field]), said || <span className="meta">{t(messages.empty)}</span>] as const;
    });
  const withheld = disclosed.withheld.map((field) => t(fieldWords[field]).toLocaleLowerCase());
  return (
    <section className="disclosed" aria-labelledby="disclosed">
      <Row apart>
        <h2 id="disclosed">
          <Icon name="eye" /> {toMe ? t(messages.openedForYou) : t(messages.openedForThem, { agency })}
        </h2>
        <span className="meta">
          {referral.closedAt
            ? t(messages.wasUntilClosed, { when: shortDate(referral.closedAt) })
            : t(messages.untilClosed)}
        </span>
      </Row>
      <ReferralPerson referral={referral} />
      {facts.length > 0 ? <Facts facts={facts} /> : null}
      {disclosed.fields.length === 0 ? <p className="meta">{t(messages.nothingDisclosed)}</p> : null}
      {toMe ? <Why record={record} words={words} agency={agency} /> : null}
      {withheld.length > 0 ? (
        <p className="meta">
          <Icon name="lock" /> {t(messages.withheld, { fields: withheld.join(', ') })}{' '}
          {toMe ? t(messages.lossAhead) : null}
        </p>
      ) : null}
    </section>
  );
}

function Why({ record, words, agency }: { record: ReferralRecord; words: Lists; agency: string }) {
  const duty = words.label('duty', record.referral.dutyCode);
  const basis = record.dutyBasis ? `, ${record.dutyBasis}` : '';
  return <p className="meta">{t(messages.whyYou, { agency, duty, basis })}</p>;
}
