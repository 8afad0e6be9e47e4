import { useEffect, useRef, useState } from 'react';
import { ProblemError } from '#web/platform/api.ts';
import {
  Checkbox,
  DateField,
  DateTimeField,
  NumberField,
  PickMany,
  PickTiles,
  Select,
  TextField,
} from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card } from '#web/ui/layout.tsx';
import { type Signature, SignaturePad } from '#web/ui/signature-pad.tsx';
import { useForm } from '#web/ui/use-form.ts';

const refusal = {
  status: 422,
  code: 'invalid-input',
  message: '2 hal perlu diperbaiki.',
  fields: [
    { field: 'born', code: 'date-after-today', message: 'Tanggal ini setelah hari ini. Mungkin 2013?' },
    {
      field: 'number',
      code: 'wrong-length',
      message: 'Harus 16 angka, baru 14. Kosongkan bila belum pasti.',
    },
  ],
};

/** A form that the server refused: every field in its states. */
export function FormPatterns() {
  const [signature, setSignature] = useState<Signature>();
  const form = useForm({
    initial: {
      name: 'Andika',
      born: '2031-05-17',
      number: '13710940051300',
      met: '',
      note: '',
      sex: 'male',
      with: ['friend'],
      place: '',
      agreed: false,
    },
    submit: () => Promise.reject(new ProblemError(refusal)),
  });
  const once = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: refused once on arrival, to show the state
  useEffect(() => {
    if (once.current) return;
    once.current = true;
    form.onSubmit();
  }, []);
  return (
    <Card title="Formulir yang keliru">
      <p className="meta">Ringkasan mendapat fokus; setiap baris menuju isiannya.</p>
      <Form form={form}>
        <TextField
          field={form.field('name')}
          label="Nama"
          doubt="Peringatan, bukan kesalahan: NIK menyebut perempuan, Anda memilih laki-laki."
        />
        <DateField field={form.field('born')} label="Tanggal lahir" hint="Contoh: 17 Mei 2013" />
        <NumberField field={form.field('number')} label="NIK" optional maxLength={16} />
        <PickTiles
          field={form.field('sex')}
          label="Jenis kelamin"
          options={[
            { value: 'male', label: 'Laki-laki' },
            { value: 'female', label: 'Perempuan' },
            { value: 'unknown', label: 'Belum tahu' },
          ]}
        />
        <PickMany
          field={form.field('with')}
          label="Bersama siapa"
          optional
          grid
          options={[
            { value: 'alone', label: 'Sendiri' },
            { value: 'friend', label: 'Teman', hint: 'sebaya' },
            { value: 'adult', label: 'Orang dewasa', stop: true },
          ]}
        />
        <Select
          field={form.field('place')}
          label="Kelurahan"
          options={[
            { value: 'a', label: 'Korong Gadang' },
            { value: 'b', label: 'Sungai Sapih' },
          ]}
        />
        <DateTimeField field={form.field('met')} label="Ditemui" />
        <TextField field={form.field('note')} label="Catatan" lines={3} optional />
        <Checkbox field={form.field('agreed')}>Anak setuju dikunjungi di rumah</Checkbox>
        <SignaturePad label="Tanda tangan penerima" value={signature} onChange={setSignature} />
        <div className="row">
          <SubmitButton form={form}>Catat</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
