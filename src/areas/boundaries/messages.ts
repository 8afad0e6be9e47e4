import type { Messages } from '#platform/messages.ts';

/** Why a file of boundaries is not taken; each stands after "Boundaries not changed:". */
export const boundaryFaults = {
  noFile: {
    id: 'berkas {file} tidak dapat dibaca ({reason})',
    en: 'the file {file} cannot be read ({reason})',
  },
  tooLarge: {
    id: 'berkasnya {megabytes} MB, paling banyak {most} MB: sederhanakan dahulu, misalnya dengan QGIS',
    en: 'the file has {megabytes} MB, at most {most} MB are taken: simplify it first, for example with QGIS',
  },
  noText: { id: 'berkasnya bukan teks UTF-8', en: 'the file is no UTF-8 text' },
  noJson: { id: 'berkasnya bukan JSON', en: 'the file is no JSON' },
  noCollection: {
    id: 'isinya bukan FeatureCollection GeoJSON',
    en: 'it holds no GeoJSON FeatureCollection',
  },
  empty: { id: 'tidak ada wilayah di dalamnya', en: 'it holds no area' },
  tooManyFeatures: { id: 'lebih dari {most} bagian', en: 'more than {most} features' },
  tooManyCorners: { id: 'lebih dari {most} titik', en: 'more than {most} corners' },
  tooDetailed: {
    id: 'pada kisi 110 m pun masih lebih dari {most} titik: sederhanakan dahulu, misalnya dengan QGIS',
    en: 'even on a grid of 110 m more than {most} corners remain: simplify it first, for example with QGIS',
  },
  tooSmall: {
    id: '{code} lebih kecil daripada kisi gambar',
    en: '{code} is smaller than the grid it is drawn on',
  },
  noFeature: { id: 'bagian ke-{n} bukan Feature', en: 'part {n} is no Feature' },
  noProperty: {
    id: 'tidak ada properti berisi kode kelurahan seperti 13.71.01.1001 (yang ada: {found}): sebutkan dengan --property NAMA',
    en: 'no property holds kelurahan codes such as 13.71.01.1001 (there is: {found}): name it with --property NAME',
  },
  noCode: {
    id: 'properti {property} pada bagian ke-{n} bukan kode kelurahan ({value})',
    en: 'the property {property} of part {n} is no kelurahan code ({value})',
  },
  unknownCodes: {
    id: '{n} kode bukan kelurahan kota ini: {codes}',
    en: '{n} codes are not of this city: {codes}',
  },
  noGeometry: { id: '{code} tidak punya bentuk', en: '{code} has no shape' },
  otherGeometry: {
    id: 'bentuk {code} adalah {type}, yang dibaca hanya Polygon dan MultiPolygon',
    en: 'the shape of {code} is a {type}, only Polygon and MultiPolygon are read',
  },
  shortRing: {
    id: 'garis {code} kurang dari tiga titik',
    en: 'a line of {code} has fewer than three corners',
  },
  noNumbers: { id: 'titik pada {code} bukan dua bilangan', en: 'a corner of {code} is not two numbers' },
  outside: {
    id: 'titik {x}, {y} pada {code} di luar Indonesia (bujur dahulu, lalu lintang, dalam derajat WGS 84)',
    en: 'the corner {x}, {y} of {code} lies outside Indonesia (longitude first, then latitude, in degrees of WGS 84)',
  },
  longSource: {
    id: 'nama sumber paling banyak {most} huruf',
    en: 'the name of the source has at most {most} letters',
  },
} satisfies Messages;

export const boundaryMessages = {
  stored: {
    id: '{city}: batas {n} kelurahan disimpan, {kept} dari {given} titik; papan kota menggambarnya mulai sekarang.',
    en: '{city}: boundaries of {n} kelurahan stored, {kept} of {given} corners; the city board draws them from now on.',
  },
  unchanged: {
    id: '{city}: batas yang sama sudah tersimpan; tidak ada yang diubah.',
    en: '{city}: the same boundaries are stored already; nothing was changed.',
  },
  missing: {
    id: '  {n} kelurahan tanpa batas di berkas ini, angkanya hanya dalam tabel: {codes}',
    en: '  {n} kelurahan without a boundary in this file, their figures stand in the tables only: {codes}',
  },
  removed: {
    id: '{city}: batas dihapus; papan kota menggambar sel perkiraan lagi.',
    en: '{city}: boundaries removed; the city board draws approximate cells again.',
  },
  none: {
    id: '{city}: tidak ada batas yang tersimpan.',
    en: '{city}: no boundaries are stored.',
  },
} satisfies Messages;
