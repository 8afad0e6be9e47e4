import { type ReactNode, useState } from 'react';
import { Button } from '#web/ui/button.tsx';
import { Clock, DueClock } from '#web/ui/clock.tsx';
import { CustodianTag } from '#web/ui/custodian-tag.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { Dialog, ReasonDialog } from '#web/ui/dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Bar, KeyFigure, KeyFigures } from '#web/ui/figures.tsx';
import { Icon, iconNames } from '#web/ui/icons.tsx';
import { Card, Facts, Row, Split, Stack } from '#web/ui/layout.tsx';
import { More, Stepper, Timeline, TimelineItem, WorkItem, WorkList } from '#web/ui/lists.tsx';
import { Progress, Skeleton } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { FormPatterns } from '#web/ui/pattern-sheet-form.tsx';
import { PersonTag } from '#web/ui/person-tag.tsx';
import { Segment, Tabs } from '#web/ui/tabs.tsx';
import { Count, Tag } from '#web/ui/tag.tsx';
import { useToast } from '#web/ui/toast.tsx';

const hour = 3_600_000;

/** Every component in every state, for whoever builds a screen. Indonesian only: it is no screen of the work. */
export function Screen() {
  return (
    <Page
      title="Lembar pola"
      lead="Setiap bagian dalam setiap keadaan: biasa, salah, kosong, memuat, terhalang."
      crumbs={[{ label: 'Akun', href: '/akun' }]}
      actions={
        <Button kind="primary" icon="print" onClick={() => window.print()}>
          Cetak
        </Button>
      }
    >
      <Split shape="even">
        <Stack>
          <Buttons />
          <FormPatterns />
          <Weighty />
          <Icons />
        </Stack>
        <Stack>
          <Clocks />
          <People />
          <Custodians />
          <Words />
          <Waiting />
        </Stack>
      </Split>
      <div className="group">
        <Lists />
      </div>
    </Page>
  );
}

function Buttons() {
  return (
    <Card title="Tombol">
      <p className="meta">Satu tombol utama pada satu layar; katanya kata kerja.</p>
      <Row>
        <Button kind="primary">Simpan asesmen</Button>
        <Button>Simpan draf</Button>
        <Button kind="quiet">Batal</Button>
        <Button kind="danger">Hapus draf</Button>
      </Row>
      <Row>
        <Button kind="primary" busy>
          Menyimpan
        </Button>
        <Button blocked="Catatan kepentingan terbaik belum ada.">Tutup kasus</Button>
      </Row>
    </Card>
  );
}

function clocks(now: number): [clock: ReactNode, words: string][] {
  return [
    [
      <DueClock key="open" limit={{ since: now - 8 * hour, due: now + 15.6 * hour }} />,
      'masih lama: cakram = waktu tersisa',
    ],
    [
      <DueClock key="soon" limit={{ since: now - 20 * hour, due: now + 3.4 * hour }} />,
      'kurang dari seperempat waktu',
    ],
    [<DueClock key="over" limit={{ due: now - 48 * hour, workingDays: -2 }} />, 'lewat: penuh, bertanda'],
    [
      <DueClock key="paused" limit={{ due: now + hour, paused: true }} />,
      'garis putus; alasan ada di sampingnya',
    ],
    [<DueClock key="done" limit={{ due: now, doneAt: now - hour }} />, 'tanpa tepi'],
    [
      <Clock key="own" form="open" share={0.6}>
        sampai 16.00
      </Clock>,
      'dengan kata sendiri',
    ],
  ];
}

function Clocks() {
  return (
    <Card title="Jam">
      <p className="meta">Bentuk, tanda, dan kata berbeda; warna hanya menguatkan.</p>
      <ul className="stack stack--tight">
        {clocks(Date.now()).map(([clock, words]) => (
          <li key={words} className="row">
            {clock} <span className="meta">{words}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function People() {
  return (
    <Card title="Orang, menurut hak melihat">
      <p className="meta">
        Bentuk terbatas tidak memuat nama sama sekali, tidak juga tersembunyi di kode halaman.
      </p>
      <PersonTag person={{ kind: 'full', name: 'Andika S.' }} href="/pola" more="13 th · NIK •••• 0000" />
      <PersonTag person={{ kind: 'initials', initials: 'A. S.' }} more="inisial: koordinator" />
      <PersonTag person={{ kind: 'restricted', caseNumber: 'K-2026-0171', whyHref: '/pola' }} />
      <PersonTag person={{ kind: 'unnamed' }} more="laki-laki, 9–11 th (dinilai)" />
      <PersonTag person={{ kind: 'full', name: 'Erman', adult: true }} more="orang dewasa: bulat" />
      <PersonTag person={{ kind: 'full', name: 'Andika Saputra' }} big more="besar, di kepala halaman" />
    </Card>
  );
}

function Custodians() {
  return (
    <Card title="Penanggung jawab">
      <p className="meta">Warna, kode dua huruf, dan tekstur; dua di antaranya selalu cukup.</p>
      <Facts
        facts={[
          ['Sejak', '10 Nov, 13.30 (14 hari)'],
          ['Penerima', 'N. Putri, pengasuh'],
        ]}
      />
      <div className="row">
        <CustodianTag kind="team" label="Tim lapangan" />
        <CustodianTag kind="satpol" label="Mako Satpol PP" />
        <CustodianTag kind="dinsos" label="Dinas Sosial" />
        <CustodianTag kind="health" label="Fasilitas kesehatan" />
        <CustodianTag kind="shelter" label="Rumah singgah" />
        <CustodianTag kind="lksa" label="LKSA" />
        <CustodianTag kind="family" label="Keluarga" />
        <CustodianTag kind="other" label="Pihak lain" />
        <CustodianTag kind="gap" />
        <CustodianTag kind="none" />
      </div>
    </Card>
  );
}

function Words() {
  const [view, setView] = useState<'waiting' | 'done'>('waiting');
  return (
    <Card title="Tanda dan pemberitahuan">
      <Row>
        <Tag>3 perjumpaan</Tag>
        <Tag tone="positive" icon="check">
          Sedang berjalan
        </Tag>
        <Tag tone="warning">Risiko sedang</Tag>
        <Tag tone="negative" icon="alert">
          1 celah
        </Tag>
        <Tag tone="brand">Pernah bertemu</Tag>
        <Count value={4} /> <Count value={7} loud />
      </Row>
      <Notice tone="positive" title="Laporan bulan Oktober dibekukan.">
        Versi 1, dapat dicetak.
      </Notice>
      <Notice tone="warning" icon="clock" title="Jam ponsel ini 2 hari lebih cepat.">
        Waktu dicatat apa adanya dan dibetulkan saat ditampilkan.
      </Notice>
      <Notice tone="negative" title="Belum tersimpan: orang lain mengubah kasus ini 09.39.">
        Isian Anda aman.
      </Notice>
      <Notice tone="brand">Identitas ini dibuka dengan alasan; tercatat 09.40.</Notice>
      <Notice icon="voice" title="Sudah pernah ia ceritakan.">
        Jangan tanya ulang.
      </Notice>
      <Segment
        label="Tampilkan"
        value={view}
        options={[
          { value: 'waiting', label: 'Menunggu', count: 6 },
          { value: 'done', label: 'Selesai', count: 41 },
        ]}
        onChange={setView}
      />
      <Tabs
        label="Bagian"
        here="/pola"
        tabs={[
          { href: '/pola', label: 'Rencana' },
          { href: '/akun', label: 'Riwayat', count: 12 },
        ]}
      />
    </Card>
  );
}

function Waiting() {
  return (
    <Card title="Kosong, memuat, kemajuan">
      <EmptyState title="Tidak ada yang menunggu Anda" action={<Button>Lihat jadwal</Button>}>
        Langkah berikut yang terjadwal: kunjungan rumah, Kamis 26 November.
      </EmptyState>
      <Skeleton label="Memuat daftar kasus" lines={3} />
      <Progress
        label="Menyusun 115 undangan"
        value={72}
        max={115}
        more="72 dari 115, ± 20 detik"
        action={<Button kind="quiet">Batalkan</Button>}
      />
    </Card>
  );
}

function Weighty() {
  const [open, setOpen] = useState<'merge' | 'plain'>();
  const toast = useToast();
  return (
    <Card title="Tindakan yang berat">
      <p className="meta">
        Sebut akibatnya, tunjukkan siapa, minta alasan. Yang dapat diurungkan cukup diberi tahu.
      </p>
      <Row>
        <Button onClick={() => setOpen('merge')}>Gabungkan dua anak</Button>
        <Button onClick={() => setOpen('plain')}>Buka dialog</Button>
        <Button onClick={() => toast({ text: 'Serah terima tercatat 09.41', undo: () => {} })}>
          Tampilkan kabar
        </Button>
      </Row>
      <ReasonDialog
        about={open === 'merge' ? 'pattern' : undefined}
        onClose={() => setOpen(undefined)}
        title="Gabungkan dua anak menjadi satu?"
        verb="Gabungkan"
        keep="Jangan gabungkan"
        reasonLabel="Mengapa Anda yakin?"
        danger
        onAct={async () => toast({ text: 'Digabungkan', undo: () => {} })}
      >
        <p>Riwayat keduanya tetap tersimpan dan bisa dipisah lagi. Penyelia diberi tahu.</p>
        <PersonTag person={{ kind: 'full', name: 'Andika S.' }} more="3 perjumpaan, 1 kasus" />
        <PersonTag person={{ kind: 'full', name: '“Am”' }} more="1 perjumpaan" />
      </ReasonDialog>
      <Dialog open={open === 'plain'} onClose={() => setOpen(undefined)} title="Yang dibuka untuk Anda" sheet>
        <p>Nama dan keluhan, sampai rujukan ini ditutup.</p>
      </Dialog>
    </Card>
  );
}

function Icons() {
  return (
    <Card title="Gambar kecil">
      <ul className="row">
        {iconNames().map((name) => (
          <li key={name}>
            <Tag icon={name}>{name}</Tag>
          </li>
        ))}
      </ul>
    </Card>
  );
}

type Sample = { agency: string; due: number; answered: number; share: number };

const samples: Sample[] = [
  { agency: 'Dinas Kesehatan', due: 33, answered: 29, share: 0.88 },
  { agency: 'DP3AP2KB', due: 16, answered: 13, share: 0.81 },
  { agency: 'Dinas Pendidikan', due: 28, answered: 17, share: 0.61 },
];

function Lists() {
  const [page, setPage] = useState(2);
  return (
    <Stack>
      <KeyFigures label="Angka utama">
        <KeyFigure
          label="Anak ditemui"
          value="214"
          unit="anak"
          more="dalam 301 perjumpaan"
          recordsHref="/pola"
          definitionHref="/pola"
        />
        <KeyFigure
          label="Ke serah terima"
          value="9,4"
          unit="jam"
          more="median; sasaran kota 12 jam"
          definitionHref="/pola"
        />
        <KeyFigure label="Tetap di rumah" value="81" unit="%" more="90 hari, 39 dari 48 anak" />
      </KeyFigures>
      <WorkList>
        <WorkItem
          clock={<Clock form="over">lewat 2 hari kerja</Clock>}
          title="Selesaikan asesmen"
          href="/pola"
          meta="bawaan kota: 7 hari kerja sejak intake"
          who={<PersonTag person={{ kind: 'full', name: 'Boy N.' }} more="14 th · K-2026-0163" />}
          action={<Button kind="primary">Lanjutkan</Button>}
        />
        <WorkItem
          clock={
            <Clock form="soon" share={0.2}>
              sisa 4 j 50 m
            </Clock>
          }
          title="Tinjau rencana bulanan"
          href="/pola"
          meta="2 dari 5 sasaran tercapai"
          who={<PersonTag person={{ kind: 'restricted', caseNumber: 'K-2026-0171' }} />}
          action={<Button>Tinjau</Button>}
        />
      </WorkList>
      <Card title="Tahap">
        <Stepper label="Tahap kasus" at={2} steps={['Intake', 'Asesmen', 'Rencana', 'Intervensi', 'Tutup']} />
      </Card>
      <Card title="Tabel" flush>
        <DataTable
          caption="Jawaban rujukan, Januari–November"
          columns={[
            { head: 'Instansi', cell: (row) => row.agency, lead: true },
            { head: 'Sasaran 85 %', cell: (row) => <Bar share={row.share} target={0.85} /> },
            { head: 'Rujukan', cell: (row) => row.due, num: true },
            { head: 'Tepat waktu', cell: (row) => `${Math.round(row.share * 100)} %`, num: true },
          ]}
          rows={samples}
          rowKey={(row) => row.agency}
        />
      </Card>
      <Pager
        page={page}
        onPrevious={page > 1 ? () => setPage(page - 1) : undefined}
        onNext={() => setPage(page + 1)}
      />
      <Card title="Perjalanan">
        <Timeline>
          <TimelineItem icon="check" tone="brand" meta="23 Nov 15.10 · tercatat di catatan akses">
            <b>Diterima</b> oleh Mira Lestari
          </TimelineItem>
          <TimelineItem icon="alert" tone="alert" meta="3 Jul 09.30–10.15 · belum dijelaskan">
            Celah 45 menit
          </TimelineItem>
          <TimelineItem icon="referral" meta="20 Nov 14.05">
            Dikirim ke antrean Dinas Kesehatan
          </TimelineItem>
        </Timeline>
        <More table>
          <p>
            <Icon name="info" /> Tabel di sini terbuka dengan sendirinya pada cetakan.
          </p>
        </More>
      </Card>
    </Stack>
  );
}
