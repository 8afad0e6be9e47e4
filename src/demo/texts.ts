// The sentences of the demonstration, plain and respectful: what children say, what workers write.

export const ownWords = [
  'Kalau di rumah tidak ada uang sekolah, saya malu masuk lagi.',
  'Saya bantu ibu, uangnya untuk beli beras.',
  'Teman-teman ada di sini, di rumah sepi.',
  'Saya mau sekolah asal tidak sekelas dengan yang kecil.',
  'Saya pulang kalau ayah sudah tidak marah.',
  'Sejak nenek sakit saya yang cari uang.',
  'Tidur di sini karena bus pulang sudah habis.',
  'Saya suka main gitar, itu saja.',
  'Ibu tahu saya di sini.',
  'Saya takut dimarahi, tolong jangan telepon ke rumah dulu.',
  'Adik saya belum makan.',
  'Kata mamak saya boleh tinggal dengan dia.',
  'Mau ikut kursus motor.',
  'Saya tidak tahu alamat rumah, dekat surau.',
  'Sepatu sekolah saya hilang waktu banjir.',
] as const;

export const descriptions = [
  'Baju kaus, sandal jepit.',
  'Membawa gitar kecil.',
  'Kostum badut, berkeringat.',
  'Membawa kantong tisu.',
  'Tampak mengantuk.',
  'Basah karena hujan.',
  'Duduk bersama dua teman.',
] as const;

export const belongings = [
  'gitar kecil',
  'uang Rp12.000',
  'kantong tisu 8 bungkus',
  'tas sekolah',
  'telepon genggam',
  'kostum badut',
  'karung plastik',
  'jaket',
] as const;

export const strengths = [
  'Dekat dengan mamak, pandai bermain musik.',
  'Rajin, cepat akrab, ingin kembali belajar.',
  'Menjaga adiknya dengan baik.',
  'Pandai berhitung, jujur soal uang.',
  'Ibu mau dikunjungi dan terbuka.',
  'Punya guru mengaji yang ia percaya.',
] as const;

export const problems = [
  'Tidak sekolah sejak semester lalu; penghasilan keluarga tidak tetap.',
  'Sering di jalan sampai malam; pengawasan rumah kurang.',
  'Orang tua berpisah; anak berpindah-pindah rumah kerabat.',
  'Bekerja untuk membantu membayar kontrakan.',
  'Belum punya akta kelahiran, sulit mendaftar sekolah.',
] as const;

export const wishes = [
  'Ingin sekolah lagi.',
  'Ingin tinggal dengan mamak.',
  'Ingin kursus bengkel.',
  'Ingin ibu punya warung.',
  'Ingin bertemu kakaknya.',
] as const;

export const conclusions = [
  'Anak dapat pulang bila keluarga didampingi dan sekolah siap menerima.',
  'Perlu tempat aman sementara sambil keluarga ditelusuri.',
  'Kebutuhan utama: sekolah, dokumen, dan pendapatan keluarga.',
  'Keluarga mampu mengasuh dengan dukungan kelurahan.',
] as const;

export const evidence: Readonly<Record<string, string>> = {
  I01: 'Ingin punya penghasilan sendiri.',
  I02: 'Merasa lebih bebas di luar rumah.',
  I06: 'Nilai turun, sering tidak masuk.',
  I07: 'Malu karena tinggal kelas.',
  I08: 'Menabung untuk membeli telepon.',
  I09: 'Berkumpul karena musik.',
  I12: 'Ikut teman dari kabupaten.',
  E01: 'Ibu tidak tetap bekerja.',
  E02: 'Diminta membantu membayar kontrakan.',
  E03: 'Ada bekas luka lama; dibahas tertutup.',
  E04: 'Orang tua berpisah dua tahun lalu.',
  E05: 'Ayah melaut, ibu berdagang sampai malam.',
  E06: 'Diajak teman sejak bulan lalu.',
  E07: 'Menunggak uang komite dan seragam.',
  E08: 'Ayah meninggal, ibu merantau.',
  E09: 'Mudah mendapat uang di simpang.',
  E10: 'Hasil disetor kepada orang dewasa.',
  E11: 'Baru pindah dari kabupaten.',
  E12: 'Keluarga tidur di emperan.',
  E14: 'Tetangga belum tahu harus melapor ke mana.',
  MI04: 'Kedua orang tua bekerja serabutan.',
  MI08: 'Bercerai, anak ikut nenek.',
  ME01: 'Anak dianggap sudah biasa mencari uang.',
  ME04: 'Kelompok di simpang yang sama.',
  ME07: 'Pengendara terbiasa memberi.',
  ME09: 'Kaum jarang bertemu sejak pindah.',
  MA03: 'Biaya di luar SPP tidak terjangkau.',
  MA05: 'Tanpa KK tidak dapat bantuan.',
};

export const riskReasons = {
  LOW: ['Masih sekolah, keluarga diketahui.', 'Baru sekali ditemui, keluarga menjemput.'],
  MEDIUM: ['Tidak sekolah, bekerja sampai malam.', 'Keluarga diketahui, pengasuhan kurang.'],
  HIGH: [
    'Di bawah 12 tahun, sendiri pada malam hari.',
    'Ada orang dewasa yang mengatur.',
    'Luka dan tanpa keluarga yang dapat dihubungi.',
  ],
} as const;

export const bestInterests = [
  'Pilihan: pulang ke ibu, tinggal dengan mamak, atau LKSA. Anak memilih pulang. Rumah aman, sekolah dekat, kunjungan dijadwalkan.',
  'Pilihan: keluarga besar atau rumah singgah. Anak dan mamak sepakat. Surau dan sekolah tetap sama; ditinjau lagi tiga bulan.',
  'Pilihan: pulang ke daerah asal bersama orang tua atau menetap. Keluarga menjemput, dinas setempat menerima. Anak setuju.',
  'Anak merasa aman dengan nenek, ingin tetap di sekolah yang sama; orang tua setuju. Kelurahan ikut memantau.',
] as const;

export const visitNotes = [
  'Rumah dikunjungi, ibu ada, anak di sekolah.',
  'Mamak hadir, sepakat mengantar ke sekolah.',
  'Anak bercerita tentang teman barunya.',
  'Menelepon wali kelas, kehadiran membaik.',
  'Membahas rencana bersama anak dan ibu.',
  'Menjelaskan hak anak dan cara mengadu.',
] as const;

export const aftercareFindings = {
  home: [
    'Di rumah, bersekolah, ibu berjualan.',
    'Di rumah, perlu bantuan uang jalan.',
    'Tinggal dengan mamak, keadaan baik.',
  ],
  away: [
    'Beberapa hari tidak di rumah, dicari bersama mamak.',
    'Kembali ke simpang, bersedia didampingi lagi.',
  ],
} as const;

export const complaints = [
  'Barang belum dikembalikan setelah seminggu.',
  'Dibentak waktu naik mobil.',
  'Menunggu lama tanpa diberi tahu sebabnya.',
  'Gitar dikembalikan dalam keadaan rusak.',
  'Tidak boleh menelepon ibu sampai pagi.',
] as const;

export const complaintAnswers = [
  'Sudah dibicarakan dengan regu; barang dikembalikan dan permintaan maaf disampaikan.',
  'Meja penjagaan diminta menelepon keluarga pada jam pertama.',
  'Keluarga sudah dihubungi; cara menjelaskan waktu tunggu diperbaiki.',
] as const;

/** What a case team seals: needs for care and protection, and numbers to ask elsewhere by; all invented. */
export const sealedTexts = {
  substance: 'Perlu pendampingan kesehatan; puskesmas memantau tiap dua minggu (data contoh).',
  sexual_violence: 'Perlu pelindungan dan pendampingan; nomor rujukan UPTD PPA 00/CONTOH.',
  shelter_address: 'Tinggal di rumah aman; alamat hanya lewat nomor 00/CONTOH.',
  offence: 'Pendampingan hukum berjalan; nomor rujukan polisi 00/CONTOH.',
  hiv: 'Layanan kesehatan rahasia berjalan; nomor rujukan 00/CONTOH.',
  pregnancy: 'Pemeriksaan kehamilan dijadwalkan; nomor rujukan puskesmas 00/CONTOH.',
} as const;
