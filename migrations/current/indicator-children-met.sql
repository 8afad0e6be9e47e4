create or replace view app.indicator_children_met with (security_invoker = true) as
  select c.city, c.month, c.place, c.approach, c.age_class, c.children, c.year_children
    from app.met_now c where c.dim = 'all';
comment on view app.indicator_children_met is $$title.id: Anak ditemui
title.en: Children met
id: Banyaknya anak atau orang yang berbeda yang ditemui paling sedikit sekali dalam bulan atau tahun itu, di tempat dan dengan pendekatan yang dipilih. Satu anak dihitung sekali, walaupun ditemui berkali-kali atau dicatat di beberapa berkas yang sudah digabung. Kelompok umurnya menurut umur saat ditemui: siapa yang dihitung sebagai anak pernah ditemui di sana sebagai anak, jadi jumlah anak tidak pernah melebihi jumlah perjumpaan anak. Yang berulang tahun ke-18 dalam periode itu, atau yang umurnya baru diketahui kemudian, dihitung di kedua kelompok. Orang dari operasi yang hanya dilaporkan tidak ikut dihitung, karena tidak dapat dibedakan satu per satu.
en: How many different children or persons were met at least once in that month or year, in the place and by the approach chosen. A child counts once, however often it was met and even if several records of it were merged. The age class is that at the encounter: whoever counts as a child was met there as a child, so that there are never more children than encounters of children. Who turned 18 in the period, or whose age became known only later, counts in both classes. Persons of operations that were only reported are not counted, since they can't be told apart.
source: perjumpaan (encounters), app.met_now
unit: children$$;
grant select on app.indicator_children_met to rangkul_app, rangkul_jobs;
