import { expect, test } from 'vitest';
import { html } from '#platform/http/html.ts';
import { paperDateTime, paperDay } from '#platform/print/dates.ts';
import { type Paper, printedPaper, signatureRoom } from '#platform/print/layout.ts';

const paper: Paper = {
  title: 'Berita acara serah terima',
  number: 'BA-1',
  purpose: 'Berkas kasus',
  letterhead: {
    lines: ['PEMERINTAH KOTA PADANG', 'DINAS SOSIAL'],
    address: '',
    phone: '',
    email: '',
    signatory: { title: 'Kepala', name: '', rank: '' },
    place: 'Padang',
    demonstrationMark: { id: 'DATA CONTOH', en: 'SAMPLE DATA' },
    wetSignatureRoom: true,
  },
  issuer: 'Satpol PP Kota Padang',
  printedBy: { name: 'Beni <Mako>', agency: 'Satpol PP' },
  printedAt: new Date('2026-11-24T02:40:00Z'),
  demonstration: true,
  locale: 'id',
  timeZone: 'Asia/Jakarta',
  body: html`<p>${'isi & isi'}</p>`,
};

test('a paper says whose it is, what for, who printed it and when, and that the data are invented', () => {
  const page = printedPaper(paper);

  expect(page).toContain('PEMERINTAH KOTA PADANG');
  expect(page).toContain('SATPOL PP KOTA PADANG');
  expect(page).toContain('Nomor: BA-1');
  expect(page).toContain('Keperluan: Berkas kasus');
  expect(page).toContain('Dicetak oleh Beni &lt;Mako&gt; (Satpol PP), 24 November 2026, 09.40');
  expect(page.match(/DATA CONTOH/g)).toHaveLength(2);
  expect(page).not.toMatch(/style=|<style|<script/);
  expect(printedPaper({ ...paper, demonstration: false })).not.toContain('DATA CONTOH');
});

test('what was typed cannot become markup', () => {
  expect(printedPaper(paper)).toContain('isi &amp; isi');
  expect(signatureRoom([{ as: 'Saksi', name: '<b>x</b>' }], { locale: 'id' }).html).toContain(
    '&lt;b&gt;x&lt;/b&gt;',
  );
});

test('there is room for ink beside a signature drawn on screen', () => {
  const room = signatureRoom(
    [
      { as: 'A', name: 'B', picture: Buffer.from([1]) },
      { as: 'C', name: '' },
    ],
    { at: { place: 'Padang', day: '24 November 2026' }, locale: 'id' },
  );

  expect(room.html.match(/tanda tangan basah/g)).toHaveLength(2);
  expect(room.html).toContain('data:image/png;base64,AQ==');
  // The room itself stays free, and its line has the name in full under it.
  expect(
    room.html.match(
      /<div class="signature__room"><span>tanda tangan basah<\/span><\/div>\s*<p class="signature__name">/g,
    ),
  ).toHaveLength(2);
  expect(room.html).toContain('Padang, 24 November 2026');
  expect(room.html).toContain('(nama terang)');
});

test('dates are the city’s own', () => {
  expect(paperDateTime(new Date('2026-06-30T17:30:00Z'), { locale: 'id', timeZone: 'Asia/Jakarta' })).toBe(
    '1 Juli 2026, 00.30',
  );
  expect(paperDay('2026-07-01', 'en')).toBe('1 July 2026');
});
