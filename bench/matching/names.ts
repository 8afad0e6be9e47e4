/** Invented people need names: our own lists of words that occur in names in and around Padang. Order is rank. */

type Words = readonly [string, ...string[]];

const words = (text: string): Words => {
  const [first = '', ...rest] = text.trim().split(/\s+/);
  return [first, ...rest];
};

/** A long tail as parents make it: a beginning and an ending. Every pair once, in a fixed mixed order. */
const joined = (starts: Words, ends: Words): readonly string[] =>
  starts.flatMap((_, at) => ends.map((end, j) => `${starts[(at * 7 + j * 3) % starts.length]}${end}`));

const once = (head: Words, tail: readonly string[]): Words => {
  const [first, ...rest] = [...new Set([...head, ...tail])];
  return [first ?? head[0], ...rest];
};

export const boys = once(
  words(`Rizki Andi Fajar Rahmat Ilham Aditya Fauzan Dimas Yoga Andika Rendi Reza Irfan Rafi Hafiz Fadli Arif Ikhsan
    Ridho Wahyu Farhan Gilang Aldi Bayu Riko Raihan Deni Doni Dedi Feri Hendra Indra Iwan Joni Rudi Roni Robi Sandi Toni
    Yusuf Zaki Habib Fahmi Firman Hidayat Ibrahim Ismail Jefri Kevin Taufik Teguh Satria Randi Riski Rian Rizal Syahrul
    Syafri Zainal Zulfikar Zulkifli Agus Ahmad Bagus Bambang Budi Daniel Eko Erik Fikri Galih Hasan Husin Ivan Jaka Joko
    Kurniawan Luthfi Maulana Nanda Naufal Oki Putra Rangga Surya Tegar Umar Vino Willy Yudi Yogi Afdal Akbar Alfin Anton
    Ardi Ari Asrul Azhar Azwar Beni Candra Dani Dodi Edi Efendi Fahri Fathur Febri Hari Haris Heru Khairul Khalid Latif
    Malik Mulyadi Nasrul Nofri Novrizal Ramadhan Rasyid Rifki Romi Salman Syukri Tomi Wandi Yanto Yasin Yoga Zaidan Zikri
    Aufa Azka Dzaki Fadhil Ghazi Hanif Jundi Kemal Nabil Qori Rayhan Tsabit Uwais Wildan Zuhdi Buyung Malin Sutan Marah`),
  joined(
    words(
      'Afri Az Das Ef Ham Har Is Jas Mas Nas Nof Ok Ras Ris Sap Sur Syaf Syam Yas Yus Zul Al Bus Dar Er Gus Hen Ken',
    ),
    words('rizal man di wardi nedi maizon hendri yandi sal fianto mi rian nadi ron wan til lian son'),
  ),
);

export const girls = once(
  words(`Fitri Aisyah Putri Annisa Rani Intan Dewi Sari Nabila Siti Nurul Indah Lestari Mutiara Rahma Salsabila Zahra
    Widya Yanti Vina Tiara Suci Silvia Sinta Ratna Rika Rina Puspita Oktavia Novi Nadia Mega Melati Maya Lina Laila Khairunnisa
    Kartika Jihan Ira Hasanah Gita Fatimah Eka Dinda Dina Desi Citra Bunga Ayu Aulia Anggun Amelia Alya Wulan Yulia Zaskia
    Adinda Anita Ana Aqila Cici Cindy Devi Dian Elsa Elvi Fani Fira Hana Hani Ika Imelda Juwita Keysha Lia Lusi Mila Mira Monica
    Nova Nisa Olivia Pipit Rara Resti Ria Rosa Safira Sherly Sri Susi Tari Tasya Tika Ulfa Vivi Winda Yola Yuli Yuni Zalfa Zizi
    Dzakiyyah Fadhila Ghina Hafizah Naura Qonita Rizka Shafa Syifa Thalita Upik Puti Kasih Cahaya Embun`),
  joined(
    words(
      'Yus El Ros Nof Mar Des Er Sus Wil Yul Lis Ner Ras Sil Ver Am Ez Fir Gus Her Jus Mel Nil Ok Rif Win Zul',
    ),
    words('nita mawati lina rita dawati tia neli nidar meri vita mala yanti fina lisa mayani susanti ra'),
  ),
);

export const second = once(
  words(`Pratama Putra Saputra Hidayat Ramadhan Kurniawan Maulana Firmansyah Akbar Wijaya Setiawan Permana Fadillah Chaniago
    Tanjung Koto Piliang Sikumbang Jambak Guci Melayu Nugraha Rahman Hakim Fauzi Syahputra Anugrah Alfarizi Perdana Gunawan
    Santoso Mulia Arifin Siregar Nasution Lubis Harahap Hasibuan Yuliandra Afriandi Effendi Hendrawan Irawan Prasetyo Rivaldo
    Syafii Zulkarnain Abdullah Ibrahim Salim Usman Yunus Zakaria Azzam Aziz Basri Darmawan Fernando Habibi Iskandar Jamil
    Kamil Lukman Mahendra Nasir Oktavian Panjaitan Qodri Rasyid Sanjaya Tarigan Utama Vernando Wibowo Yuda Zaki Arrasyid Azhari
    Bahri Denata Efriandi Febrian Ghifari Hamid Illahi Junaidi Kurnia Luthfi Mandala Nofrianto`),
  joined(
    words('Ad Al Ar Bah Dan Er Far Gan Hen Il Jun Khai Mar Naz Raf Sap Tam Wir Yas Zain'),
    words('itama andi ul iansyah rian andra efri ano uddin mansyah iardi'),
  ),
);

export const secondOfGirls = once(
  words(`Putri Sari Lestari Rahmadani Ramadhani Anggraini Wulandari Permata Aulia Safitri Oktaviani Maharani Azzahra Handayani
    Fadillah Chaniago Tanjung Koto Piliang Sikumbang Jambak Guci Melayu Yanti Hasanah Khairani Utami Amanda Dewi Febriani Kurnia
    Novita Pratiwi Rahayu Susanti Yuliana Zahara Afifah Cantika Destiani Fitriani Hidayati Julianti Kirana Mulyani Nuraini
    Oktarina Puspita Rahmi Salsabila Tania Wahyuni Yolanda Zulaikha Aprilia Bestari Damayanti Efriani Gustina Harahap Lubis
    Nasution Siregar Syafira Marlina Nurhaliza Ningsih`),
  joined(
    words('Afr Des El Fit Her Ind Jul Khair Mel Nov Okt Pus Rah Sus Tri Wid Yus'),
    words('iani ina mayanti awati ita iyah asari elia mita'),
  ),
);

/** Parents are a generation older, and so are their names. */
export const mothers = once(
  words(`Yusnidar Nurhayati Ermawati Yulia Rosmawati Asnimar Murni Yusni Elvi Eni Dahniar Nurbaiti Nuraini Rosna Ratna Sumiati
    Susi Yanti Yeni Wati Zubaidah Zuraida Syamsiar Suryani Sri Siti Rukiah Roslaini Rosmaniar Reni Ramlah Rahmi Nurma Nurlela
    Nurjannah Nofrida Neni Nelwati Nelmi Misnawati Mariani Maryam Marni Marlina Lisdawati Lismar Lina Leni Khadijah Kartini
    Jusmaniar Juliana Jasmani Irawati Ida Idawati Hayati Hasnah Halimah Gusmarni Fitriani Fatimah Evi Erni Erlinda Erita Emi
    Elmiati Ella Dewi Desmawati Desi Darnis Darmawati Baiti Azizah Asmawati Asma Arnis Aisyah Aida Afnidar Linda Mega Nova
    Rina Sofia Tati Upik Vera Widiawati Yarnis Yuliarti Zulfa Zaimar`),
  joined(
    words('Yus Nur Ros Er As Des El Mar Nel Ar Dar Gus Is Jus Lis Mur Nof Ras Syam War Yar Zul'),
    words('nidar mawati niati neli lina maini nelis wita diar maniar mida nita saini tinar'),
  ),
);

export const fathers = once(
  words(`Syafrizal Zulkifli Afrizal Syamsuddin Yusrizal Amrizal Bustami Ahmad Ali Amir Anwar Arifin Asril Azwar Basri Bakri Burhan
    Dasril Darwis Edi Efendi Eri Fauzi Hamdan Hasan Hendri Herman Idris Ilyas Irwan Ismail Jamaluddin Jasman Joni Kamaruddin
    Khaidir Lukman Mahyuddin Maizar Marlis Masri Mawardi Mulyadi Nasrul Nazar Nofrizal Novrizal Nurdin Ramli Rasyid Ridwan Rizal
    Rusli Rustam Sabirin Safri Salim Samsul Sofyan Suhardi Sukri Suwandi Syafii Syahrial Syahrul Syarif Syofian Taufik Tarmizi
    Thamrin Umar Usman Yahya Yanto Yasir Yulizar Yunus Yusuf Zainal Zainuddin Zakaria Zamzami Zubir Zulfahmi Zulhendri Zulman
    Agus Bambang Budi Dedi Doni Eko Feri Iwan Joko Rudi Roni Slamet Sugeng Toni Wahyu`),
  joined(
    words('Af Am As Az Das Ef Er Is Jas Kam Mas Nas Nof Ras Rus Sap Suf Syaf Syam Yas Yul Zul'),
    words('rizal ril man wardi nedi hendri sal nir mi zon di lis benri maidi'),
  ),
);

/** How Muhammad is written down, commonest first. */
export const muhammads = words('Muhammad M. Muhamad Mohammad Moh. Muh. Mhd. Mohamad Mochammad M Mohd.');

/** What a child may be called that has nothing to do with the name. */
export const freeCalls = words(
  'Boy Ujang Ucok Buyuang Upiak Jek Bento Cimot Ateng Kancil Idol Oboy Pino Ciko Gembul Leman Cepi Onga Tole Kiting',
);

/** What some names are cut to by custom: the writer's own list, made apart from the one the matching uses. */
export const customaryCalls: Readonly<Record<string, Words>> = {
  Muhammad: words('Amat Mat Memet'),
  Rizki: words('Iki Kiki Eki'),
  Riski: words('Iki Kiki'),
  Rahmat: words('Mamat Mat Amaik'),
  Fitri: words('Pit Pipit Ifit'),
  Andika: words('Dika Andi Dikak'),
  Yusuf: words('Ucup Usup'),
  Ibrahim: words('Baim Boim Ibra'),
  Ismail: words('Mail Is'),
  Taufik: words('Opik Topik'),
  Zulkifli: words('Zul Ijul Kifli'),
  Zulfikar: words('Zul Fikar'),
  Syahrul: words('Arul Rul'),
  Syafri: words('Ap Safri'),
  Zainal: words('Inal Jai'),
  Rizal: words('Ijal Ical'),
  Hidayat: words('Dayat Yayat'),
  Putri: words('Uti Puput'),
  Aisyah: words('Icha Ais'),
  Annisa: words('Ica Nisa'),
  Khairunnisa: words('Nisa Ica'),
  Salsabila: words('Caca Salsa Bila'),
  Fatimah: words('Imah Fafa'),
  Ikhsan: words('Ican Isan'),
  Ilham: words('Am Ilam'),
  Hafiz: words('Apis Afis'),
  Irfan: words('Ipan Fan'),
  Fajar: words('Jay Ajar'),
  Ramadhan: words('Adan Rama'),
  Siti: words('Iti Ititi'),
};
