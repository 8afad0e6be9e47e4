// `/u/:token`: the invitation as its holder reads it, answers it and checks in, without an account and without script.
import { messages } from '#meetings/messages/open-page.ts';
import type { OpenInvitation } from '#meetings/open-page/read.ts';
import { whyNoReply } from '#meetings/rules/invitations.ts';
import { cityDate, cityTime } from '#platform/calendar.ts';
import { type Html, html } from '#platform/http/html.ts';
import { type Locale, say, type Text } from '#platform/messages.ts';
import { openPage } from '#platform/open-pages/layout.ts';
import { paperDate, paperDateTime } from '#platform/print/dates.ts';

export type Typed = Readonly<Record<string, string>>;
export type Shown = {
  readonly it: OpenInvitation;
  readonly token: string;
  readonly locale: Locale;
  readonly now: Date;
  /** What was just typed and refused, with why, field by field. */
  readonly typed?: Typed;
  readonly wrong?: Readonly<Record<string, Text>>;
  /** What has just become of it. */
  readonly said?: Text | undefined;
};

/** Whether this is one of the days on which the meeting is. */
export function isDayOf(it: OpenInvitation, now: Date): boolean {
  const day = (at: Date) => cityDate(at, it.time_zone);
  return day(it.starts_at) <= day(now) && day(now) <= day(it.ends_at);
}

/** Whether whoever holds the code may be recorded as present now. */
export function mayCheckIn(it: OpenInvitation, now: Date): boolean {
  return !it.withdrawn && ['invited', 'held'].includes(it.meeting_state) && isDayOf(it, now);
}

/** The page of one invitation. */
export function invitationPage(shown: Shown): string {
  const { it, locale, token } = shown;
  const open = whyNoReply({
    meetingState: it.meeting_state,
    withdrawn: it.withdrawn,
    startsAt: it.starts_at,
    now: shown.now,
  });
  return openPage({
    title: it.title,
    from: `${say(messages.invitation, locale)} · ${it.city_name}`,
    locale,
    body: html`${it.demonstration ? html`<p>${say(messages.sample, locale)}</p>` : ''}
${standing(shown, open)}
${facts(shown)}
${it.arrived_at || !mayCheckIn(it, shown.now) ? '' : checkInForm(shown)}
${open === null ? replyForm(shown) : ''}
${open === null || open === 'over' ? html`<p><a href="/u/${token}/undangan.ics">${say(messages.calendar, locale)}</a></p>` : ''}`,
  });
}

/** The page of a link that leads nowhere. */
export function unknownInvitation(locale: Locale): string {
  return openPage({
    title: say(messages.unknown, locale),
    from: 'Rangkul',
    locale,
    body: html`<p class="bad">${say(messages.unknownMore, locale)}</p>`,
  });
}

function standing({ it, locale, said }: Shown, open: ReturnType<typeof whyNoReply>): Html {
  const words = (text: Text, values: Record<string, string> = {}) => say(text, locale, values);
  const lines: Html[] = [];
  if (said) lines.push(html`<p class="bad" role="alert">${words(said)}</p>`);
  if (it.arrived_at) {
    const at = cityTime(it.arrived_at, it.time_zone);
    const time = locale === 'id' ? at.replace(':', '.') : at;
    lines.push(
      html`<p class="good" role="status">${words(messages.checkedIn, { name: it.arrived_name ?? '', time })}</p>`,
    );
  } else if (open === 'withdrawn') lines.push(html`<p class="bad">${words(messages.withdrawn)}</p>`);
  else if (open === 'cancelled')
    lines.push(html`<p class="bad">${words(messages.cancelled, { reason: it.cancel_reason })}</p>`);
  else if (open === 'not-issued') lines.push(html`<p>${words(messages.notIssued)}</p>`);
  else if (it.state !== 'invited')
    lines.push(
      html`<p class="good" role="status">${words(messages.answered, {
        answer: words(messages[it.state], { name: it.delegate_name }),
      })}${open === null ? html` ${words(messages.mayChange)}` : ''}</p>`,
    );
  if (open === 'over' && !it.arrived_at) lines.push(html`<p>${words(messages.over)}</p>`);
  return html`${lines}`;
}

function facts({ it, locale }: Shown): Html {
  const wall = { locale, timeZone: it.time_zone };
  const body = locale === 'id' ? it.body_id : it.body_en;
  const sameDay = cityDate(it.starts_at, it.time_zone) === cityDate(it.ends_at, it.time_zone);
  const clock = (at: Date) => {
    const text = cityTime(at, it.time_zone);
    return locale === 'id' ? text.replace(':', '.') : text;
  };
  const when = sameDay
    ? `${paperDate(it.starts_at, wall)}, ${clock(it.starts_at)}–${clock(it.ends_at)}`
    : `${paperDateTime(it.starts_at, wall)} ${say(messages.until, locale)} ${paperDateTime(it.ends_at, wall)}`;
  const rows: [Text, string][] = [
    [messages.for, [it.name, it.office, body].filter(Boolean).join(', ')],
    [messages.from, locale === 'id' ? it.host_id : it.host_en],
    [messages.when, when],
    [messages.where, it.place],
    [messages.theme, it.theme],
    [messages.replyBy, it.reply_by && it.state === 'invited' ? paperDateTime(it.reply_by, wall) : ''],
  ];
  return html`<dl>${rows
    .filter(([, value]) => value)
    .map(([label, value]) => html`<dt>${say(label, locale)}</dt><dd>${value}</dd>`)}</dl>`;
}

type FieldWords = {
  readonly name: string;
  readonly label: Text;
  readonly most: number;
  readonly hint?: Text;
};

function field({ locale, typed, wrong }: Shown, it: FieldWords, kept: string): Html {
  const fault = wrong?.[it.name];
  const described = [it.hint ? `${it.name}-hint` : '', fault ? `${it.name}-error` : '']
    .filter(Boolean)
    .join(' ');
  return html`<label for="${it.name}">${say(it.label, locale)}</label>
${it.hint ? html`<p id="${it.name}-hint" class="from">${say(it.hint, locale)}</p>` : ''}
<input id="${it.name}" name="${it.name}" value="${typed?.[it.name] ?? kept}" maxlength="${it.most}"${described ? html` aria-describedby="${described}"` : ''}${fault ? html` aria-invalid="true"` : ''}>
${fault ? html`<p id="${it.name}-error" class="bad" role="alert">${say(fault, locale, { most: it.most })}</p>` : ''}`;
}

const choices = [
  ['coming', messages.chooseComing],
  ['delegated', messages.chooseDelegated],
  ['declined', messages.chooseDeclined],
] as const;

function replyForm(shown: Shown): Html {
  const { it, locale, token, typed, wrong } = shown;
  const chosen = typed?.answer ?? it.state;
  return html`<section aria-labelledby="reply"><h2 id="reply">${say(messages.replyTitle, locale)}</h2>
<form method="post" action="/u/${token}">
<input type="hidden" name="act" value="reply">
<fieldset><legend>${say(messages.choose, locale)}</legend>
${choices.map(
  ([value, label]) =>
    html`<label class="choice"><input type="radio" name="answer" value="${value}"${chosen === value ? html` checked` : ''}> ${say(label, locale)}</label>`,
)}
${wrong?.answer ? html`<p class="bad" role="alert">${say(wrong.answer, locale)}</p>` : ''}</fieldset>
${field(shown, { name: 'delegateName', label: messages.delegateName, most: 120 }, it.delegate_name)}
${field(shown, { name: 'delegateOffice', label: messages.delegateOffice, most: 200 }, it.delegate_office)}
${field(shown, { name: 'note', label: messages.note, most: 500, hint: messages.noteHint }, it.note)}
<button type="submit">${say(messages.send, locale)}</button>
</form></section>`;
}

function checkInForm(shown: Shown): Html {
  const { it, locale, token } = shown;
  const isDelegated = it.state === 'delegated';
  return html`<section aria-labelledby="present"><h2 id="present">${say(messages.checkInTitle, locale)}</h2>
<p>${say(messages.checkInMore, locale)}</p>
<form method="post" action="/u/${token}">
<input type="hidden" name="act" value="check-in">
${field(shown, { name: 'name', label: messages.yourName, most: 120 }, isDelegated ? it.delegate_name : it.name)}
${field(shown, { name: 'office', label: messages.yourOffice, most: 200 }, isDelegated ? it.delegate_office : it.office)}
${field(shown, { name: 'contact', label: messages.contact, most: 120, hint: messages.contactHint }, '')}
<button type="submit">${say(messages.present, locale)}</button>
</form></section>`;
}
