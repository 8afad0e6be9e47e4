import { sql } from 'kysely';
import { noticeReaders } from '#notices/access.ts';
import { openChannels, readSettings } from '#notices/queries/settings.ts';
import { internationalNumber, looksLikeEmail } from '#notices/rules.ts';
import { ChooseSettings, NoticeSettings } from '#notices/schema/settings.ts';
import { command } from '#platform/commands.ts';
import { problem, problemsOf } from '#platform/problems.ts';

problemsOf({
  'channel-closed': {
    status: 422,
    id: 'Saluran ini belum dibuka di server kota. Pilih yang lain, atau minta administrator server membukanya.',
    en: 'This channel is not open on the city’s server. Choose another, or ask whoever runs the server to open it.',
  },
  'email-impossible': {
    status: 422,
    id: 'Isi satu alamat surel, misalnya nama@padang.go.id.',
    en: 'Give one e-mail address, such as name@padang.go.id.',
  },
  'phone-impossible': {
    status: 422,
    id: 'Isi nomor telepon, misalnya 0812 3456 7890.',
    en: 'Give a telephone number, such as 0812 3456 7890.',
  },
});

/** Chooses how, when and of what to hear outside the inbox. What came before a channel was chosen is not sent by it. */
export const chooseSettings = command({
  name: 'notices/choose-settings',
  summary: 'Choose how to hear of what waits',
  may: noticeReaders,
  input: ChooseSettings,
  result: NoticeSettings,
  audit: (input, _result, viewer) => ({
    act: 'notice.settings-chosen',
    on: { kind: 'staff', id: viewer.staffId },
    detail: { channels: input.channels, pace: input.pace },
  }),
  run: async (tx, viewer, input, { world }) => {
    const open = openChannels(world);
    if (input.channels.some((channel) => !open.includes(channel)))
      throw problem('channel-closed', { field: 'channels' });
    const wants = (channel: ChooseSettings['channels'][number]) => input.channels.includes(channel);
    if ((wants('email') || input.email !== '') && !looksLikeEmail(input.email))
      throw problem('email-impossible', { field: 'email' });
    const phone = input.phone === '' ? '' : internationalNumber(input.phone);
    if (phone === null || (phone === '' && (wants('whatsapp') || wants('sms'))))
      throw problem('phone-impossible', { field: 'phone' });
    await sql`
      insert into notice_settings as s (staff_id, channels, email, phone, muted, pace, digest_at, quiet_from, quiet_until, since)
      values (${viewer.staffId}, ${input.channels}::text[], ${input.email}, ${phone}, ${input.muted}::text[], ${input.pace},
              ${input.digestAt}::time, ${input.quietFrom}::time, ${input.quietUntil}::time, ${world.now()})
      on conflict (city, staff_id) do update
         set channels = excluded.channels, email = excluded.email, phone = excluded.phone, muted = excluded.muted, pace = excluded.pace,
             digest_at = excluded.digest_at, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
             since = case when excluded.channels <@ s.channels then s.since else excluded.since end,
             version = s.version + 1`.execute(tx);
    return readSettings(tx, viewer, world);
  },
});
