import { useState } from 'react';
import type { PersonRecord } from '#persons/schema.ts';
import { messages } from '#today/messages/life.ts';
import type { Lifeline } from '#today/schema/lifeline.ts';
import { custodianLook } from '#web/custody/custodian-of.tsx';
import { SayAge } from '#web/persons/age-form.tsx';
import { messages as personMessages } from '#web/persons/person-messages.ts';
import { usePlaceName } from '#web/persons/place-name.ts';
import { date, dateTime, duration, shortDate, time } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useLists } from '#web/platform/lists.ts';
import { homeNow } from '#web/today/life/model.ts';
import { careWords, handsWords, type LifeWords, segmentWords } from '#web/today/life/words.ts';
import { useNow } from '#web/ui/clock.tsx';
import { CustodianTag } from '#web/ui/custodian-tag.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Card, Facts, Stack } from '#web/ui/layout.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { PersonTag } from '#web/ui/person-tag.tsx';

type Fact = readonly [string, string];

/** Who has the child now, or the words that nobody has. */
export function NowCard({ life, words }: { life: Lifeline; words: LifeWords }) {
  const now = useNow();
  const { custodian } = life;
  const held = life.care.findLast((it) => it.to === null && !it.setAside);
  const open = life.cases.find((it) => it.state === 'open') ?? life.cases[0];
  const facts: Fact[] = [];
  const home = custodian === null ? homeNow(life) : undefined;
  const since = custodian?.since ?? home?.from;
  if (since !== undefined) {
    const long = duration(now - new Date(since).getTime());
    facts.push([t(messages.nowSince), `${dateTime(since)} (${long})`]);
  }
  const hands = handsWords(home ? (home.after?.ended ?? null) : (held?.began ?? null));
  if (hands) facts.push([t(messages.nowGiven), hands]);
  if (open) facts.push([t(messages.nowCase), open.caseNumber]);
  if (open?.worker) facts.push([t(messages.nowWorker), open.worker]);
  return (
    <Card title={t(messages.nowTitle)} className="today__now">
      {custodian ? (
        <CustodianTag kind={custodianLook(custodian.kind)} label={careWords(custodian, words)} />
      ) : home ? (
        <CustodianTag kind={home.look} label={segmentWords(home, words)} />
      ) : (
        <p>{t(custodian === null ? messages.nowNobody : messages.nowUnknown)}</p>
      )}
      {facts.length > 0 ? <Facts facts={facts} /> : null}
    </Card>
  );
}

/** Every age with where it comes from, other names, numbers: as far as the standing reveals. */
export function AgesCard(props: { record: PersonRecord; words: LifeWords; onAge: () => void }) {
  const { record, words } = props;
  const lists = useLists();
  const [openedAt] = useState(() => Date.now());
  const { details, person } = record;
  const origin = usePlaceName(record.originArea, words);
  const facts: Fact[] = record.ages.map((age) => [t(messages[age.kind]), ageWords(age)]);
  const others = person.kind === 'known' ? person.aliases.filter((it) => it !== person.name) : [];
  const add = (label: string, value: string | undefined) => {
    if (value) facts.push([label, value]);
  };
  add(t(messages.otherNames), others.join(', '));
  add(t(messages.nikLabel), details?.nikLastFour ? `•••• ${details.nikLastFour}` : '');
  add(t(messages.birthPlace), details?.birthPlace);
  add(t(messages.origin), origin);
  add(t(messages.lives), words.area(record.residenceArea));
  add(t(messages.address), details?.address);
  add(t(messages.phone), details?.phone);
  add(t(messages.language), languagesOf(details?.language, words));
  add(t(messages.suku), details?.suku);
  add(t(messages.marks), details?.marks?.join('; '));
  return (
    <Card
      title={t(messages.ages)}
      actions={
        lists.data && record.abilities.includes('stateAge') ? (
          <SayAge person={person} words={lists.data} onDone={props.onAge} />
        ) : null
      }
    >
      {record.ages.length === 0 && person.ageLow === null && person.ageHigh === null ? (
        <p className="meta">{t(messages.agesNone)}</p>
      ) : null}
      {facts.length > 0 ? <Facts facts={facts} /> : null}
      {person.kind === 'restricted' ? <Notice icon="lock">{t(messages.restrictedMore)}</Notice> : null}
      {record.sameAs.length > 0 ? (
        <p className="meta">{t(messages.sameAs, { count: record.sameAs.length })}</p>
      ) : null}
      <p className="meta">
        <Icon name="eye" /> {t(messages.recorded, { time: time(openedAt) })}
      </p>
    </Card>
  );
}

function languagesOf(codes: string | undefined, words: LifeWords): string {
  return (codes ?? '')
    .split(/[,;]\s*/)
    .filter(Boolean)
    .map((code) => words.label('language', code))
    .join(', ');
}

function ageWords(age: PersonRecord['ages'][number]): string {
  const years =
    age.yearsLow === age.yearsHigh ? `${age.yearsLow}` : `${age.yearsLow ?? '?'}–${age.yearsHigh ?? '?'}`;
  if (!age.onDate) return age.birthDate ? date(age.birthDate) : t(personMessages.years, { years });
  const when = shortDate(age.onDate);
  if (age.birthDate) return t(messages.ageBorn, { birth: date(age.birthDate), when });
  return t(messages.ageYears, { years, when });
}

/** Parents, guardians and mamak, and what the child has already told, so that it is not asked again. */
export function KinCard(props: { record: PersonRecord; life: Lifeline | undefined; words: LifeWords }) {
  const kin = props.record.details?.kin;
  const told = props.life?.met.findLast((it) => it.ownWords);
  if (!kin && !told) return null;
  return (
    <Card title={t(messages.kin)}>
      {kin?.length === 0 ? <p className="meta">{t(messages.kinNone)}</p> : null}
      {kin && kin.length > 0 ? (
        <Stack gap="tight">
          {kin.map((it) => (
            <PersonTag
              key={`${it.relation} ${it.name}`}
              person={{ kind: 'full', name: it.name, adult: true }}
              more={[props.words.label('kin_relation', it.relation), it.phone, it.address, it.note]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </Stack>
      ) : null}
      {told ? (
        <Notice icon="voice" title={t(messages.ownWords)}>
          <p>“{told.ownWords}”</p>
          <span className="meta">{t(messages.ownWordsMore, { when: shortDate(told.at) })}</span>
        </Notice>
      ) : null}
    </Card>
  );
}
