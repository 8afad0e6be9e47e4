import { messages as caseMessages } from '#cases/messages.ts';
import { messages as identityMessages } from '#persons/messages/identity.ts';
import type { PersonRecord } from '#persons/schema.ts';
import { messages } from '#today/messages/life.ts';
import type { Lifeline } from '#today/schema/lifeline.ts';
import { PersonOf, personView } from '#web/persons/person-of.tsx';
import { usePlaceName } from '#web/persons/place-name.ts';
import { t } from '#web/platform/i18n.ts';
import { useLists } from '#web/platform/lists.ts';
import { type ScreenProps, useCanOpen } from '#web/platform/router.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { AgesCard, KinCard, NowCard } from '#web/today/child-cards.tsx';
import { ErasureNote } from '#web/today/erasure-note.tsx';
import { LifelineCard } from '#web/today/life/lifeline.tsx';
import type { LifeWords } from '#web/today/life/words.ts';
import { useStageNumber, useWords } from '#web/today/words.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { wordsOf } from '#web/ui/person-tag.tsx';
import '#web/today/today.css';

/** One child: who it is as far as the viewer may know, its life on one line, who has it now. */
export function Screen({ params }: ScreenProps) {
  const record = useQuery<PersonRecord>(`persons/${params.personId}`);
  const life = useQuery<Lifeline>(`persons/${params.personId}/lifeline`);
  const lists = useLists();
  const words = useWords();
  const numberOf = useStageNumber();
  const canOpen = useCanOpen();
  const title = record.data ? wordsOf(personView(record.data.person)) : t(messages.child);
  const crumbs = canOpen('/anak') ? [{ label: t(messages.children), href: '/anak' }] : [];
  return (
    <Page
      title={title}
      crumbs={crumbs}
      head={record.data ? <Head record={record.data} words={words} /> : undefined}
      actions={record.data ? <Actions record={record.data} life={life.data} /> : undefined}
    >
      <Loaded query={lists} what={t(messages.childPage)}>
        {() => (
          <Loaded query={record} what={t(messages.childPage)}>
            {(data) => (
              <Stack gap="wide">
                <Loaded query={life} what={t(messages.lifeOf)} lines={8}>
                  {(line) => <LifelineCard life={line} words={words} numberOf={numberOf} />}
                </Loaded>
                <div className="today__trio">
                  {life.data ? <NowCard life={life.data} words={words} /> : null}
                  <AgesCard record={data} words={words} onAge={record.reload} />
                  <KinCard record={data} life={life.data} words={words} />
                </div>
                <ErasureNote record={data} life={life.data} />
              </Stack>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function Head({ record, words }: { record: PersonRecord; words: LifeWords }) {
  const { person, details } = record;
  const names = person.kind === 'known' ? person.aliases.filter((it) => it !== person.name) : [];
  const place = usePlaceName(record.residenceArea ?? record.originArea, words);
  const more = [
    names.length > 0 ? t(messages.nicknames, { names: names.slice(0, 2).join(', ') }) : '',
    place,
    details?.nikLastFour ? t(messages.nik, { digits: details.nikLastFour }) : '',
  ].filter(Boolean);
  return <PersonOf person={person} big heading plain more={more.join(' · ')} />;
}

function Actions({ record, life }: { record: PersonRecord; life: Lifeline | undefined }) {
  const canOpen = useCanOpen();
  const open = life?.cases.find((it) => it.state === 'open') ?? life?.cases[0];
  const may = (ability: string) => record.abilities.includes(ability);
  const custody = life?.custodian ? `/penjagaan/${life.custodian.custodyId}/serahkan` : '';
  const referral = open ? `/kasus/${open.caseId}/rujuk` : '';
  const casePage = open ? `/kasus/${open.caseId}` : '';
  const openable = (path: string) => path !== '' && canOpen(path);
  const opening = `/kasus/buka?anak=${record.person.personId}&dari=${custody ? 'CUSTODY' : 'ENCOUNTER'}`;
  const opens = life !== undefined && open?.state !== 'open' && may('openCase') && canOpen('/kasus/buka');
  const identity = `/anak/${record.person.personId}/identitas`;
  return (
    <>
      {may('identify') && record.person.kind !== 'restricted' && canOpen(identity) ? (
        <LinkButton href={identity} icon="pen">
          {t(record.person.kind === 'unnamed' ? identityMessages.giveName : identityMessages.correct)}
        </LinkButton>
      ) : null}
      {openable(referral) && may('refer') && open?.state === 'open' ? (
        <LinkButton href={referral} icon="referral">
          {t(messages.refer)}
        </LinkButton>
      ) : null}
      {openable(custody) && may('handOver') ? (
        <LinkButton href={custody} icon="swap" kind={open ? 'plain' : 'primary'}>
          {t(messages.handOver)}
        </LinkButton>
      ) : null}
      {opens ? (
        <LinkButton href={opening} icon={open ? 'swap' : 'plus'} kind={open ? 'primary' : 'plain'}>
          {open ? t(caseMessages.reopenThat, { number: open.caseNumber }) : t(caseMessages.openVerb)}
        </LinkButton>
      ) : null}
      {openable(casePage) ? (
        <LinkButton href={casePage} icon="case" kind={opens ? 'plain' : 'primary'}>
          {`${t(messages.openCase)} ${open?.caseNumber ?? ''}`}
        </LinkButton>
      ) : null}
    </>
  );
}
