import { messages } from '#operations/messages.ts';
import type { Site } from '#operations/schema.ts';
import { t } from '#web/platform/i18n.ts';
import { newId } from '#web/platform/ids.ts';
import type { Lists } from '#web/platform/lists.ts';
import { Button } from '#web/ui/button.tsx';
import { Select, TextField } from '#web/ui/fields.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Card, Row, Stack } from '#web/ui/layout.tsx';
import type { Bound } from '#web/ui/use-form.ts';
import '#web/encounters/encounters.css';

/** One site as it is being filled in; the key tells the lines of the form apart. */
export type SiteValues = Omit<Site, 'areaCode'> & { areaCode: string; key: string };

/** A line not filled in yet. */
export function emptySite(): SiteValues {
  return { areaCode: '', locationType: '', place: '', key: newId() };
}

/** The sites of an operation, in the order in which the team goes to them. */
export function SitesField({ field, lists }: { field: Bound<SiteValues[]>; lists: Lists }) {
  const sites = field.value;
  const change = (key: string, changes: Partial<SiteValues>) =>
    field.set(sites.map((site) => (site.key === key ? { ...site, ...changes } : site)));
  return (
    <Card title={t(messages.sites)}>
      <div id={field.id} tabIndex={-1}>
        <Stack>
          {sites.map((site, index) => (
            <OneSite
              key={site.key}
              site={site}
              no={index + 1}
              lists={lists}
              onChange={(changes) => change(site.key, changes)}
              onRemove={
                sites.length > 1
                  ? () => field.set(sites.filter((other) => other.key !== site.key))
                  : undefined
              }
            />
          ))}
        </Stack>
      </div>
      {field.error ? (
        <span className="field__error" id={`${field.id}-error`}>
          <Icon name="alert" /> {field.error}
        </span>
      ) : null}
      <Row>
        <Button icon="plus" onClick={() => field.set([...sites, emptySite()])}>
          {t(messages.addSite)}
        </Button>
      </Row>
    </Card>
  );
}

function OneSite(props: {
  site: SiteValues;
  no: number;
  lists: Lists;
  onChange: (changes: Partial<SiteValues>) => void;
  onRemove: (() => void) | undefined;
}) {
  const { site, no, lists, onChange } = props;
  const bound = (name: 'areaCode' | 'locationType' | 'place'): Bound<string> => ({
    id: `${site.key}-${name}`,
    name: `${name}-${no}`,
    value: site[name],
    set: (value) => onChange({ [name]: value }),
    touch: () => {},
    error: undefined,
  });
  return (
    <fieldset className="field">
      <legend>{t(messages.site, { no })}</legend>
      <div className="encounter__where">
        <Select field={bound('areaCode')} label={t(messages.siteVillage)} options={lists.villages()} />
        <Select
          field={bound('locationType')}
          label={t(messages.siteType)}
          options={lists.options('location_type')}
        />
        <TextField field={bound('place')} label={t(messages.sitePlace)} maxLength={200} optional />
      </div>
      {props.onRemove ? (
        <Row>
          <Button kind="quiet" icon="trash" onClick={props.onRemove}>
            {t(messages.removeSite, { no })}
          </Button>
        </Row>
      ) : null}
    </fieldset>
  );
}
