import { soundOf } from './spelling.ts';

/** What people in Padang call a child of this name: our own list; the left side is a name, the right what is called out. */
const calledOut = {
  abdul: ['dul', 'adul', 'duloh'],
  abdulah: ['dul', 'dulah', 'adul'],
  afrizal: ['af', 'ijal', 'rizal', 'apis'],
  agus: ['gus', 'aguih'],
  ahmad: ['amat', 'mat', 'mamat', 'amad', 'cumat'],
  aisyah: ['ais', 'icha', 'aca', 'esah'],
  aldi: ['al', 'adi'],
  andi: ['an', 'andai', 'didi'],
  andika: ['dika', 'andi', 'dikong', 'an'],
  anisa: ['nisa', 'ica', 'anis', 'icha'],
  arif: ['arip', 'ayip', 'rif', 'ayik'],
  asrul: ['arul', 'as', 'lul'],
  bagus: ['gus', 'bagas'],
  bayu: ['ayu', 'bay'],
  bambang: ['bembeng', 'beng'],
  budi: ['bud', 'udi', 'udik'],
  buyung: ['yung', 'iyung', 'uyung'],
  daniel: ['dani', 'niel'],
  deni: ['den', 'eni', 'edeng'],
  desi: ['eci', 'des', 'ides'],
  dedi: ['edi', 'ded', 'dedek'],
  dewi: ['wi', 'iwi', 'wiwi'],
  doni: ['don', 'oni', 'idon'],
  eka: ['eko', 'ika', 'ekek'],
  erik: ['rik', 'erek', 'ik'],
  fadli: ['padli', 'pat', 'uli', 'padl'],
  fahmi: ['ami', 'pami', 'mimi'],
  fajar: ['pajar', 'jay', 'ajar', 'jajar'],
  farhan: ['paran', 'aan', 'parhan', 'han'],
  fatimah: ['imah', 'timah', 'tima', 'ima'],
  feri: ['peri', 'per', 'eri'],
  firman: ['pir', 'iman', 'man', 'piman'],
  fitri: ['pit', 'pipit', 'upit', 'ipit', 'pitri'],
  gilang: ['lang', 'ilang', 'gil'],
  habib: ['abib', 'bib', 'abik'],
  hafiz: ['apis', 'apit', 'hapis', 'pis'],
  hasan: ['acan', 'san', 'asan', 'cacan'],
  hendra: ['hen', 'een', 'iden', 'hend'],
  hidayat: ['dayat', 'yayat', 'yat', 'dayek'],
  husin: ['usin', 'ucin', 'cin'],
  ibrahim: ['boim', 'baim', 'im', 'brahim', 'iboy'],
  ikhsan: ['isan', 'san', 'icang', 'ican'],
  ilham: ['am', 'ilam', 'iam', 'ham'],
  indah: ['in', 'iin', 'inda'],
  indra: ['in', 'iin', 'idra', 'indai'],
  intan: ['tan', 'itan', 'intan'],
  irfan: ['ipan', 'ivan', 'pan', 'ipang'],
  ismail: ['mail', 'is', 'maik', 'smail'],
  iwan: ['wan', 'iwang', 'wawan'],
  jefri: ['jep', 'jepri', 'jejep'],
  joni: ['jon', 'ijon', 'onih'],
  kevin: ['kepin', 'vin', 'kep'],
  kurnia: ['nia', 'ikur', 'kur'],
  lestari: ['tari', 'tar', 'les'],
  maulana: ['lana', 'maul', 'lan', 'ulan'],
  mawar: ['war', 'mama', 'awa'],
  melati: ['mela', 'ati', 'mel'],
  muhammad: ['mat', 'amat', 'mamat', 'memet', 'mamad', 'met'],
  mulyadi: ['mul', 'yadi', 'adi', 'imul'],
  mutiara: ['muti', 'tiara', 'ara', 'tia'],
  nabila: ['bila', 'nabil', 'abil', 'lala'],
  nofrizal: ['nof', 'ijal', 'nop', 'rizal'],
  novi: ['nopi', 'opi', 'nov', 'pipi'],
  nurul: ['nur', 'urul', 'nunung'],
  oktavia: ['okta', 'via', 'pia', 'tapi'],
  putra: ['uta', 'put', 'puput'],
  putri: ['uti', 'puti', 'put', 'puput'],
  rafi: ['rapi', 'api', 'pi', 'api'],
  rahma: ['ama', 'rama', 'mama'],
  rahmat: ['mamat', 'mat', 'amat', 'amaik', 'mamek'],
  raihan: ['rehan', 'han', 'ehan', 'rei'],
  ramadhan: ['rama', 'madan', 'adan', 'madon'],
  randi: ['ran', 'andi', 'anin'],
  rani: ['ran', 'ani', 'nin'],
  rendi: ['ren', 'endi', 'eren'],
  reza: ['eja', 'ija', 'rere', 'jaja'],
  riko: ['iko', 'ko', 'kokok'],
  rian: ['yan', 'ian', 'iyan'],
  ridho: ['edo', 'idoh', 'rido', 'dodo'],
  rizal: ['ijal', 'jal', 'ical', 'izal'],
  rizki: ['iki', 'kiki', 'riki', 'eki', 'ikih'],
  robi: ['obi', 'bi', 'obeng'],
  roni: ['oni', 'ron', 'onih'],
  rosmawati: ['ros', 'wati', 'ros', 'eros'],
  rudi: ['udi', 'rud', 'udin'],
  salsabila: ['salsa', 'caca', 'bila', 'sasa'],
  sandi: ['san', 'andi', 'sansan'],
  sari: ['ari', 'cari', 'sar'],
  satria: ['sat', 'tria', 'ria'],
  siti: ['iti', 'ti', 'citi'],
  susi: ['suci', 'uci', 'sus'],
  syafri: ['ap', 'sap', 'apri', 'ucap'],
  syahrul: ['arul', 'rul', 'sarul', 'ayul'],
  taufik: ['topik', 'opik', 'pik', 'upik'],
  tegar: ['egar', 'gar', 'tegai'],
  teguh: ['teg', 'uguh', 'eguh'],
  toni: ['oni', 'ton', 'itong'],
  upik: ['pik', 'ipik', 'upi'],
  vina: ['pina', 'ina', 'pin'],
  wahyu: ['ayu', 'wayu', 'yuyu', 'way'],
  wati: ['ati', 'wat', 'tati'],
  widya: ['wid', 'dia', 'iwid'],
  yanti: ['yan', 'anti', 'titi'],
  yoga: ['oga', 'yog', 'gaga'],
  yusuf: ['ucup', 'usup', 'cup', 'sup', 'yuyup'],
  zahra: ['ara', 'jara', 'rara', 'jahra'],
  zainal: ['inal', 'jenal', 'nal', 'zay'],
  zulfikar: ['zul', 'ijul', 'jul', 'pikar'],
  zulkifli: ['zul', 'ijul', 'jul', 'kipli', 'kif'],
} as const satisfies Record<string, readonly string[]>;

/** A child is called this whatever the name is: it says next to nothing about who it is. */
const everybodys = ['buyung', 'upik', 'uyung', 'adik', 'adek', 'dek', 'nak', 'boy', 'kawan', 'ujang'];

const namesByCall = new Map<string, string[]>();
const callsByName = new Map<string, string[]>();
for (const [name, calls] of Object.entries(calledOut)) {
  const sound = soundOf(name);
  const called = [...new Set(calls.map(soundOf))].filter((call) => call !== sound);
  callsByName.set(sound, called);
  for (const call of called) namesByCall.set(call, [...(namesByCall.get(call) ?? []), sound]);
}
const callsForEverybody = new Set(everybodys.map(soundOf));

/** The sounds a typed sound may stand for by the custom of short names, in both directions, without itself. */
export function nicknamesOf(sound: string): readonly string[] {
  const roots = namesByCall.get(sound) ?? [];
  return [...new Set([...(callsByName.get(sound) ?? []), ...roots])].filter((other) => other !== sound);
}

/** Whether half the street answers to this. */
export function isEverybodysName(sound: string): boolean {
  return callsForEverybody.has(sound);
}
