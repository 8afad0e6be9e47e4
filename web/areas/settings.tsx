import { messages, settingUses, settingWords, unitWords } from '#areas/messages.ts';
import { ruleOf, type SettingCode, settingRules } from '#areas/rules/settings.ts';
import type { CitySettingsNow, SettingState, SettingTerm } from '#areas/schema/settings.ts';
import { NewDatedNumber } from '#web/areas/new-dated-number.tsx';
import { accepted } from '#web/platform/api.ts';
import { date } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useLists } from '#web/platform/lists.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Card, Section, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { useToast } from '#web/ui/toast.tsx';

/** For the city's administrator: each limit and target as it holds today, what was set from which day, and a new number. */
export function Screen() {
  const settings = useQuery<CitySettingsNow>('city/settings');
  const lists = useLists();
  const onSet = () => {
    settings.reload();
    lists.reload();
  };
  return (
    <Page title={t(messages.title)} lead={t(messages.lead)}>
      <Loaded query={lists} what={t(messages.title)}>
        {(words) => (
          <Loaded query={settings} what={t(messages.title)}>
            {(data) => (
              <Stack>
                <Now data={data} words={words} />
                <NewNumber day={data.today} words={words} onSet={onSet} />
                <Section title={t(messages.terms)}>
                  <Card>
                    <Terms data={data} words={words} />
                  </Card>
                </Section>
                <p className="meta">{t(messages.elsewhere)}</p>
              </Stack>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

type Shown = { readonly data: CitySettingsNow; readonly words: Lists };

function Now({ data, words }: Shown) {
  return (
    <>
      <Section title={t(messages.now)}>
        <Card>
          <States
            title={t(messages.now)}
            states={data.items.filter((it) => !it.part)}
            subject={(it) => (
              <>
                {t(settingWords[it.setting])}
                <p className="meta">{t(settingUses[it.setting])}</p>
              </>
            )}
          />
        </Card>
      </Section>
      <Section title={t(messages.nowByDuty)}>
        <Card>
          <States
            title={t(messages.nowByDuty)}
            states={data.items.filter((it) => it.part)}
            subject={(it) => words.label('duty', it.part ?? '')}
          />
        </Card>
      </Section>
    </>
  );
}

function States(props: {
  title: string;
  states: readonly SettingState[];
  subject: (it: SettingState) => React.ReactNode;
}) {
  return (
    <DataTable
      caption={props.title}
      captionHidden
      rows={props.states}
      rowKey={keyOf}
      columns={[
        { head: t(messages.setting), lead: true, cell: props.subject },
        {
          head: t(messages.value),
          cell: (it) => (
            <>
              {amount(it.setting, it.value)}{' '}
              <Tag tone="neutral">{t(it.setByCity ? messages.byCity : messages.byDefault)}</Tag>
            </>
          ),
        },
        { head: t(messages.since), cell: (it) => (it.since ? date(it.since) : t(messages.sinceStart)) },
      ]}
    />
  );
}

function Terms({ data, words }: Shown) {
  if (data.terms.length === 0) return <EmptyState title={t(messages.noTerms)} />;
  return (
    <DataTable
      caption={t(messages.terms)}
      captionHidden
      rows={data.terms}
      rowKey={(it) => `${keyOf(it)} ${it.validFrom} ${it.setAt}`}
      columns={[
        { head: t(messages.setting), lead: true, cell: (it) => nameOf(it, words) },
        {
          head: t(messages.validFrom),
          cell: (it) => (
            <>
              {date(it.validFrom)}{' '}
              {it.validFrom > data.today ? <Tag tone="neutral">{t(messages.toCome)}</Tag> : null}
            </>
          ),
        },
        { head: t(messages.value), cell: (it) => amount(it.setting, it.value) },
        { head: t(messages.basis), cell: (it) => it.basis },
        { head: t(messages.setBy), cell: (it) => it.setBy },
      ]}
    />
  );
}

function NewNumber({ day, words, onSet }: { day: string; words: Lists; onSet: () => void }) {
  const toast = useToast();
  const choices = settingRules.flatMap(({ setting, least, most, ...rule }) => {
    const hint = `${unitOf(setting)} ${t(messages.bounds, { least, most })}`;
    if (!('byDuty' in rule)) return [{ value: setting, label: t(settingWords[setting]), least, most, hint }];
    return words.codes('duty', day).map(({ code }) => {
      const its = { setting, part: code };
      return { value: keyOf(its), label: nameOf(its, words), least, most, hint };
    });
  });
  return (
    <NewDatedNumber
      title={t(messages.set)}
      lead={t(messages.setLead)}
      names={{ what: 'setting', number: 'value' }}
      choices={choices}
      words={{
        what: t(messages.setting),
        number: t(messages.value),
        validFrom: t(messages.validFrom),
        validFromHint: t(messages.validFromHint),
        basis: t(messages.basis),
        basisHint: t(messages.basisHint),
        save: t(messages.save),
      }}
      send={async ({ what, number: value, validFrom, basis }, sending) => {
        const [key, part] = what.split(' ');
        const setting = settingRules.find((it) => it.setting === key)?.setting;
        if (!setting) return;
        await accepted(
          'areas/set-setting',
          { setting, ...(part ? { part } : {}), value, validFrom, basis },
          sending,
        );
        toast({ text: t(messages.saved, { value: amount(setting, value), day: date(validFrom) }) });
        onSet();
      }}
    />
  );
}

type Which = Pick<SettingTerm, 'setting' | 'part'>;

function keyOf({ setting, part }: Which): string {
  return part ? `${setting} ${part}` : setting;
}

function nameOf({ setting, part }: Which, words: Lists): string {
  const name = t(settingWords[setting]);
  return part ? `${name}: ${words.label('duty', part)}` : name;
}

function amount(setting: SettingCode, value: number): string {
  return t(unitWords[ruleOf(setting).unit], { n: value });
}

/** What a number counts, without the number: “Hours.” */
function unitOf(setting: SettingCode): string {
  const word = t(unitWords[ruleOf(setting).unit], { n: '' }).trim();
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}.`;
}
