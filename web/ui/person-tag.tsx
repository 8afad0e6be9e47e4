import type { ReactNode } from 'react';
import { monogram } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { classes } from '#web/ui/css-values.ts';
import { Icon } from '#web/ui/icons.tsx';
import { Link } from '#web/ui/link.tsx';
import { messages } from '#web/ui/messages.ts';

/** The same person, in the form the viewer may know. The restricted form has no name that could leak. */
export type PersonView =
  | { kind: 'full'; name: string; adult?: boolean | undefined }
  | { kind: 'initials'; initials: string; adult?: boolean | undefined }
  | { kind: 'restricted'; caseNumber: string; reason?: string | undefined; whyHref?: string | undefined }
  | { kind: 'unnamed'; adult?: boolean | undefined };

/** A person in one line: tile, name or what stands for it, and what else may be known. `big` heads a page. */
export function PersonTag(props: {
  person: PersonView;
  href?: string | undefined;
  more?: ReactNode;
  big?: boolean | undefined;
  /** The name is the page's h1. */
  heading?: boolean | undefined;
}) {
  const { person, href, big } = props;
  const name = href ? <Link href={href}>{wordsOf(person)}</Link> : wordsOf(person);
  const adult = person.kind !== 'restricted' && person.adult;
  return (
    <div
      className={classes(
        'person',
        person.kind === 'restricted' && 'person--restricted',
        adult && 'person--adult',
        big && 'person--big',
      )}
    >
      <span className="person__sign" aria-hidden="true">
        {signOf(person)}
      </span>
      <div>
        {props.heading ? (
          <h1 className="person__name" tabIndex={-1}>
            {name}
          </h1>
        ) : (
          <div className="person__name">{name}</div>
        )}
        <PersonMore person={person} more={props.more} />
      </div>
    </div>
  );
}

/** The word that stands for a person in a sentence or a page title. */
export function wordsOf(person: PersonView): string {
  if (person.kind === 'full') return person.name;
  if (person.kind === 'initials') return person.initials;
  if (person.kind === 'restricted') return person.caseNumber;
  return t(messages.unnamed);
}

function signOf(person: PersonView): ReactNode {
  if (person.kind === 'full') return monogram(person.name);
  if (person.kind === 'initials') return person.initials.replace(/[.\s]/g, '').slice(0, 2);
  if (person.kind === 'restricted') return <Icon name="lock" />;
  return '?';
}

function PersonMore({ person, more }: { person: PersonView; more: ReactNode }) {
  if (person.kind !== 'restricted') return more ? <div className="person__more">{more}</div> : null;
  return (
    <div className="person__more">
      {person.reason ?? t(messages.restricted)}
      {more ? <> · {more}</> : null}
      {person.whyHref ? (
        <>
          {' '}
          <Link href={person.whyHref}>{t(messages.why)}</Link>
        </>
      ) : null}
    </div>
  );
}

/** Somebody of the staff: a round tile with initials. */
export function StaffSign({ name }: { name: string }) {
  return (
    <span className="me" aria-hidden="true">
      {monogram(name)}
    </span>
  );
}
