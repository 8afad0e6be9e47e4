import { uuidv7 } from '#platform/uuid.ts';

/** A coordination meeting in ten days, with what a test wants changed. */
export function plannedMeeting(changes: Record<string, unknown> = {}) {
  const day = 24 * 60 * 60_000;
  const startsAt = new Date(Date.now() + 10 * day);
  return {
    meetingId: uuidv7(),
    kind: 'RAKOR',
    title: 'Rapat koordinasi penanganan anak jalanan',
    theme: 'Penguatan penanganan anak jalanan',
    aims: ['Koordinasi, pemantauan, dan evaluasi'],
    place: 'Aula Balai Kota',
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 3 * 60 * 60_000).toISOString(),
    replyBy: new Date(startsAt.getTime() - 2 * day).toISOString(),
    openedBy: 'Asisten Pemerintahan dan Kesra',
    followsId: null,
    legalBases: ['perwako-41-2017'],
    speakers: [{ speakerId: uuidv7(), office: 'Kepala Bagian Kesra', name: '', topic: 'Arah kebijakan' }],
    ...changes,
  };
}
