import { defineTexts } from '../core/texts.ts'
import { healthSettingTexts } from './setting-texts.ts'

export const healthTexts = defineTexts({
  id: {
    title: 'Kesehatan host', subtitle: 'Keadaan komputer host sekarang dan selama satu jam terakhir. Diperbarui sendiri setiap 5 detik.',
    tabs: { overview: 'Ringkasan', operations: 'Operasi', log: 'Log host' },
    verdicts: { good: 'Baik', watch: 'Perlu diamati', act: 'Perlu ditangani' },
    overall: {
      good: 'Semua baik', goodText: 'Tidak ada yang perlu ditangani.',
      watch_one: '{{count}} hal perlu diamati: {{parts}}', watch_other: '{{count}} hal perlu diamati: {{parts}}', watchText: 'Belum mengganggu pekerjaan. Lihat alasannya di bawah, lalu ikuti sarannya bila sempat.',
      act_one: '{{count}} hal perlu ditangani: {{parts}}', act_other: '{{count}} hal perlu ditangani: {{parts}}', actText: 'Tangani sekarang menurut saran pada kartu yang ditandai merah.',
    },
    parts: { responses: 'Waktu jawab', faults: 'Kesalahan program', pauses: 'Jeda host', processor: 'Prosesor', memory: 'Memori', disk: 'Disk dan database', backup: 'Cadangan', jobs: 'Pekerjaan berat' },
    milliseconds: '{{value}} ms', seconds: '{{value}} detik', percent: '{{value}}%',
    ways: { operations: 'Buka Operasi', log: 'Buka Log host', backup: 'Buka Cadangan' },
    findings: {
      responses: {
        none: 'Belum ada permintaan dalam 15 menit terakhir.', quick: '95 dari 100 permintaan dalam 15 menit terakhir dijawab di bawah {{p95}}.',
        slow: '5 dari 100 permintaan dalam 15 menit terakhir menunggu lebih dari {{p95}} (batas amatan {{limit}}).', verySlow: '5 dari 100 permintaan dalam 15 menit terakhir menunggu lebih dari {{p95}} (batas tindakan {{limit}}).',
      },
      faults: {
        none: 'Tidak ada kesalahan program dalam satu jam terakhir.', few: '{{count}} kesalahan program dalam satu jam terakhir, masih di bawah batas.',
        some: '{{count}} kesalahan program dalam satu jam terakhir.', many: '{{count}} kesalahan program dalam satu jam terakhir: ada yang terganggu karenanya.',
      },
      pauses: { none: 'Belum diukur.', short: 'Jeda terlama host dalam 15 menit terakhir {{longest}}.', long: 'Host pernah tidak menjawab siapa pun selama {{longest}} dalam 15 menit terakhir.', veryLong: 'Host pernah tidak menjawab siapa pun selama {{longest}} dalam 15 menit terakhir; semua layar ikut tersendat.' },
      processor: { none: 'Belum cukup lama diukur: host baru saja mulai.', free: 'Dalam 15 menit terakhir rata-rata terpakai {{machine}}, {{own}} di antaranya oleh Lantai.', own: 'Dalam 15 menit terakhir rata-rata terpakai {{machine}}, terutama oleh Lantai ({{own}}).', others: 'Dalam 15 menit terakhir rata-rata terpakai {{machine}}, terutama oleh program lain (Lantai {{own}}).' },
      memory: { enough: 'Masih bebas {{free}} ({{freeShare}}). Lantai memakai {{own}}.', own: 'Tinggal {{free}} yang bebas ({{freeShare}}), terutama karena Lantai memakai {{own}}.', others: 'Tinggal {{free}} yang bebas ({{freeShare}}), terutama karena program lain. Lantai memakai {{own}}.' },
      disk: { enough: 'Ruang disk cukup. Database {{database}}.', low: 'Tinggal {{free}} di disk yang paling penuh.', veryLow: 'Tinggal {{free}} di disk yang paling penuh: penyimpanan segera gagal.', log: 'Catatan perubahan database tumbuh sampai {{log}} dan belum digabungkan.', stopped: 'Penyimpanan berhenti: tidak ada isian yang dapat disimpan.' },
      backup: { covered: 'Cadangan terakhir terbaca, dan dalam dua hari terakhir ada yang diperiksa penuh.', readable: 'Cadangan terakhir terbaca. Pemeriksaan penuh yang pertama mengikuti cadangan harian.', none: 'Belum ada cadangan yang diperiksa.', late: 'Isian lebih dari dua jam terakhir belum ada di cadangan mana pun.', damaged: 'Cadangan terbaru tidak utuh.', second: 'Folder kedua tidak lengkap.', unchecked: 'Sudah dua hari tidak ada cadangan yang diperiksa penuh.' },
      jobs: { none: 'Tidak ada pekerjaan berat yang berjalan.', running: '{{running}} berjalan, {{waiting}} menunggu.', long: 'Satu pekerjaan sudah berjalan lebih dari setengah jam.', queue: '{{waiting}} pekerjaan menunggu giliran.' },
    },
    remedies: {
      responses: { slow: 'Buka “Operasi” dan urutkan menurut p95: di sana terlihat apa yang lambat.', verySlow: 'Buka “Operasi” dan urutkan menurut p95. Bila hampir semuanya lambat, tutup program lain di komputer host atau ganti dengan komputer yang lebih cepat.' },
      faults: { some: 'Buka “Log host”, saring “Kesalahan”, dan kirim paket dukungan kepada yang membantu Anda.', many: 'Buka “Log host”, saring “Kesalahan”, dan kirim paket dukungan sekarang juga.' },
      pauses: { long: 'Biasanya karena impor besar. Bila terjadi tanpa impor, tutup program lain di komputer host.', veryLong: 'Jalankan impor besar di luar jam kerja. Bila terjadi tanpa impor, periksa disk komputer host: disk yang rusak menahan semuanya.' },
      processor: { own: 'Lihat di “Operasi” apa yang paling sering dipanggil. Bila tetap tinggi, host memerlukan prosesor yang lebih cepat.', others: 'Tutup program lain di komputer host, atau pindahkan ke komputer lain. Pemindaian virus dan pembaruan sistem sering menjadi sebabnya.' },
      memory: { own: 'Jalankan ulang host di luar jam kerja. Bila kembali penuh, kirim paket dukungan.', others: 'Tutup program lain di komputer host, atau tambah memorinya.' },
      disk: { low: 'Kosongkan disk itu atau pindahkan cadangan lama sebelum penuh.', veryLow: 'Kosongkan disk itu sekarang. File di folder data Lantai jangan dihapus.', log: 'Biasanya karena laporan yang sangat lama. Bila tidak surut dalam satu jam, jalankan ulang host.', stopped: 'Periksa disk komputer host, lalu jalankan ulang host. File di folder data Lantai jangan dihapus.' },
      backup: {
        none: 'Buka halaman Cadangan, lalu tekan “Buat cadangan sekarang”.', late: 'Buka halaman Cadangan, lalu tekan “Buat cadangan sekarang”; bila gagal, ikuti pesannya.', damaged: 'Buat cadangan baru di halaman Cadangan. Bila tidak utuh lagi, disknya perlu diganti.',
        second: 'Periksa disk atau jaringan folder kedua; alasannya ada di halaman Cadangan.', unchecked: 'Buka halaman Cadangan, lalu tekan “Periksa” pada cadangan terbaru. Biarkan host menyala pada jam cadangan harian.',
      },
      jobs: { long: 'Tanyakan kepada yang menjalankannya; ia dapat membatalkannya di layarnya.', queue: 'Tunggu sebentar. Minta orang menjalankan impor dan laporan besar satu per satu.' },
    },
    figures: {
      free: '{{free}} bebas dari {{total}}', noBackup: 'Belum ada', freeOnly: '{{free}} bebas',
    },
    charts: {
      title: 'Satu jam terakhir', responses: 'Waktu jawab', requests: 'Permintaan per menit', pauses: 'Jeda terlama host', memory: 'Memori Lantai', processor: 'Prosesor', faults: 'Kesalahan program',
      p50: 'Separuh di bawah (p50)', p95: '95% di bawah (p95)', queries: 'Kueri', commands: 'Perintah', pause: 'Jeda terlama', own: 'Lantai', machine: 'Seluruh komputer', last: '{{title}}, terakhir: {{values}}', nothing: 'tidak ada',
    },
    disks: { title: 'Disk', data: 'Folder data', backups: 'Cadangan', second: 'Folder kedua cadangan', unknown: 'Belum diketahui' },
    desks: { title: 'Komputer yang tersambung', open: 'Buka “Siapa di mana”', none: 'Tidak ada yang tersambung.', more_one: 'dan {{count}} lainnya', more_other: 'dan {{count}} lainnya' },
    jobs: { title: 'Pekerjaan berat', hint: 'Impor, laporan, cadangan, dan pemeriksaan kata sandi berjalan di samping host.', running: 'Berjalan', waiting: 'Menunggu', none: 'Tidak ada yang berjalan.', visitor: 'Sedang masuk', steps: '{{stage}} ({{done}} dari {{total}})' },
    program: {
      title: 'Program dan komputer', version: 'Lantai', node: 'Node.js', sqlite: 'SQLite', system: 'Sistem', started: 'Berjalan sejak', cores: 'Inti prosesor', load: 'Beban 1, 5, dan 15 menit', memory: 'Memori komputer', heap: 'Memori benang utama', database: 'Database', log: 'Catatan perubahan (WAL)',
      calls: 'Permintaan sejak mulai', refusals: 'Ditolak dengan alasan', faults: 'Kesalahan program', backup: 'Cadangan terakhir', checked: 'Diperiksa penuh',
    },
    operations: {
      title: 'Operasi', subtitle: 'Apa yang diminta layar, seberapa lama dijawab, dan apa yang gagal. “Ditolak” adalah penolakan beralasan, misalnya stok kurang; “Kesalahan” adalah salahnya program.',
      empty: 'Belum ada permintaan dalam satu jam terakhir', emptyHint: 'Begitu seseorang bekerja, operasinya muncul di sini. Pilih “Sejak host mulai” untuk melihat lebih jauh.',
      columns: { name: 'Operasi', kind: 'Jenis', count: 'Banyaknya', p50: 'p50', p95: 'p95', longest: 'Terlama', refused: 'Ditolak', faults: 'Kesalahan' },
      kinds: { query: 'Kueri', command: 'Perintah', job: 'Pekerjaan' },
      filters: { span: 'Rentang', hour: 'Satu jam terakhir', start: 'Sejak host mulai', faulty: 'Kesalahan', isFaulty: 'Ada kesalahan', anyway: 'Semua' },
      why: 'Alasan penolakan', noRefusals: 'Tidak ada yang ditolak.', times: '{{often}}×', address: 'Alamat API',
    },
    log: {
      title: 'Log host', subtitle: 'Yang terbaru di atas, sejauh masih disimpan (5 file, masing-masing 5 MB). Log ditulis dalam bahasa teknis untuk orang yang membantu Anda; kata sandi dan isian orang disamarkan.',
      columns: { at: 'Waktu', level: 'Tingkat', text: 'Isi' }, levels: { error: 'Kesalahan', info: 'Keterangan' }, empty: 'Log masih kosong', emptyHint: 'Kesalahan program dan saat host mulai atau berhenti tercatat di sini.', entry: 'Catatan log', copy: 'Salin', copied: 'Catatan log disalin',
    },
    settings: healthSettingTexts.id,
  },
  en: {
    title: 'Host health', subtitle: 'How the host’s computer stands now and how the last hour was. Refreshed every 5 seconds.',
    tabs: { overview: 'Overview', operations: 'Operations', log: 'Host log' },
    verdicts: { good: 'Good', watch: 'Watch', act: 'Act' },
    overall: {
      good: 'All is well', goodText: 'Nothing needs anybody.',
      watch_one: '{{count}} thing to watch: {{parts}}', watch_other: '{{count}} things to watch: {{parts}}', watchText: 'It disturbs no work yet. See the reasons below, and follow the advice when there is time.',
      act_one: '{{count}} thing to act on: {{parts}}', act_other: '{{count}} things to act on: {{parts}}', actText: 'Follow the advice on the cards marked red now.',
    },
    parts: { responses: 'Response time', faults: 'Program faults', pauses: 'Host pauses', processor: 'Processor', memory: 'Memory', disk: 'Disk and database', backup: 'Backup', jobs: 'Heavy work' },
    milliseconds: '{{value}} ms', seconds: '{{value}} s', percent: '{{value}}%',
    ways: { operations: 'Open Operations', log: 'Open Host log', backup: 'Open Backups' },
    findings: {
      responses: {
        none: 'Nobody asked for anything in the last 15 minutes.', quick: '95 of 100 requests of the last 15 minutes were answered within {{p95}}.',
        slow: '5 of 100 requests of the last 15 minutes waited longer than {{p95}} (watch from {{limit}}).', verySlow: '5 of 100 requests of the last 15 minutes waited longer than {{p95}} (act from {{limit}}).',
      },
      faults: {
        none: 'No fault of the program within the last hour.', few: 'Faults of the program within the last hour: {{count}}, still below the limit.',
        some: 'Faults of the program within the last hour: {{count}}.', many: 'Faults of the program within the last hour: {{count}}. They disturb people.',
      },
      pauses: { none: 'Not measured yet.', short: 'The host’s longest pause in the last 15 minutes was {{longest}}.', long: 'The host answered nobody for {{longest}} in the last 15 minutes.', veryLong: 'The host answered nobody for {{longest}} in the last 15 minutes; every screen stood still.' },
      processor: { none: 'Not measured for long enough: the host has just started.', free: 'Over the last 15 minutes {{machine}} were in use on average, {{own}} of it by Lantai.', own: 'Over the last 15 minutes {{machine}} were in use on average, mostly by Lantai ({{own}}).', others: 'Over the last 15 minutes {{machine}} were in use on average, mostly by other programs (Lantai {{own}}).' },
      memory: { enough: '{{free}} are free ({{freeShare}}). Lantai uses {{own}}.', own: 'Only {{free}} are free ({{freeShare}}), mostly because Lantai uses {{own}}.', others: 'Only {{free}} are free ({{freeShare}}), mostly because of other programs. Lantai uses {{own}}.' },
      disk: { enough: 'There is room on the disks. Database {{database}}.', low: 'Only {{free}} are left on the fullest disk.', veryLow: 'Only {{free}} are left on the fullest disk: saving will soon fail.', log: 'The database’s log of changes has grown to {{log}} and is not being folded in.', stopped: 'Saving has stopped: no entry can be kept.' },
      backup: { covered: 'The last backup can be read, and one was wholly checked within two days.', readable: 'The last backup can be read. The first whole check comes with the daily backup.', none: 'There is no checked backup yet.', late: 'Entries of more than two hours are in no backup.', damaged: 'The newest backup is not sound.', second: 'The second folder is behind.', unchecked: 'No backup was wholly checked for two days.' },
      jobs: { none: 'No heavy work is being done.', running: '{{running}} running, {{waiting}} waiting.', long: 'A job has been running for more than half an hour.', queue: '{{waiting}} jobs wait for their turn.' },
    },
    remedies: {
      responses: { slow: 'Open “Operations” and sort by p95: it shows what is slow.', verySlow: 'Open “Operations” and sort by p95. If nearly everything is slow, close other programs on the host’s computer, or replace it by a faster one.' },
      faults: { some: 'Open “Host log”, filter by “Error”, and send the support bundle to whoever helps you.', many: 'Open “Host log”, filter by “Error”, and send the support bundle right now.' },
      pauses: { long: 'Usually because of a large import. Where there was none, close other programs on the host’s computer.', veryLong: 'Run large imports outside of working hours. Where there was none, check the disk of the host’s computer: one that fails holds up everything.' },
      processor: { own: 'See under “Operations” what is called most. If it stays high, the host needs a faster processor.', others: 'Close other programs on the host’s computer, or move them to another one. Virus scans and system updates are often the cause.' },
      memory: { own: 'Restart the host outside of working hours. If it fills up again, send the support bundle.', others: 'Close other programs on the host’s computer, or give it more memory.' },
      disk: { low: 'Free some of that disk, or move old backups away, before it is full.', veryLow: 'Free some of that disk now. Delete nothing in Lantai’s data folder.', log: 'Usually because of a report that takes very long. If it does not shrink within an hour, restart the host.', stopped: 'Check the disk of the host’s computer, then restart the host. Delete nothing in Lantai’s data folder.' },
      backup: {
        none: 'Open the page Backups and press “Back up now”.', late: 'Open the page Backups and press “Back up now”; if that fails, follow its message.', damaged: 'Make a new backup on the page Backups. If it is not sound either, the disk must be replaced.',
        second: 'Check the disk or network of the second folder; the reason stands on the page Backups.', unchecked: 'Open the page Backups and press “Check” at the newest one. Leave the host on at the hour of the daily backup.',
      },
      jobs: { long: 'Ask whoever runs it; they can cancel it on their screen.', queue: 'Wait a moment. Ask people to run large imports and reports one after the other.' },
    },
    figures: {
      free: '{{free}} free of {{total}}', noBackup: 'None yet', freeOnly: '{{free}} free',
    },
    charts: {
      title: 'The last hour', responses: 'Response time', requests: 'Requests a minute', pauses: 'Longest pause of the host', memory: 'Lantai’s memory', processor: 'Processor', faults: 'Program faults',
      p50: 'Half are below (p50)', p95: '95% are below (p95)', queries: 'Queries', commands: 'Commands', pause: 'Longest pause', own: 'Lantai', machine: 'Whole computer', last: '{{title}}, last: {{values}}', nothing: 'none',
    },
    disks: { title: 'Disks', data: 'Data folder', backups: 'Backups', second: 'Second folder of backups', unknown: 'Not known yet' },
    desks: { title: 'Connected computers', open: 'Open “Who is where”', none: 'Nobody is connected.', more_one: 'and {{count}} more', more_other: 'and {{count}} more' },
    jobs: { title: 'Heavy work', hint: 'Imports, reports, backups and the checking of passwords run beside the host.', running: 'Running', waiting: 'Waiting', none: 'Nothing is running.', visitor: 'Signing in', steps: '{{stage}} ({{done}} of {{total}})' },
    program: {
      title: 'Program and computer', version: 'Lantai', node: 'Node.js', sqlite: 'SQLite', system: 'System', started: 'Running since', cores: 'Processor cores', load: 'Load over 1, 5 and 15 minutes', memory: 'Memory of the computer', heap: 'Memory of the main thread', database: 'Database', log: 'Log of changes (WAL)',
      calls: 'Requests since the start', refusals: 'Refused for a reason', faults: 'Faults of the program', backup: 'Last backup', checked: 'Wholly checked',
    },
    operations: {
      title: 'Operations', subtitle: 'What screens asked for, how long the answer took, and what failed. “Refused” is a refusal with a reason, such as too little stock; “Faults” are the program’s own.',
      empty: 'Nothing was asked for within the last hour', emptyHint: 'As soon as somebody works, it is listed here. Choose “Since the host’s start” to look further back.',
      columns: { name: 'Operation', kind: 'Kind', count: 'Calls', p50: 'p50', p95: 'p95', longest: 'Longest', refused: 'Refused', faults: 'Faults' },
      kinds: { query: 'Query', command: 'Command', job: 'Job' },
      filters: { span: 'Span', hour: 'The last hour', start: 'Since the host’s start', faulty: 'Faults', isFaulty: 'With faults', anyway: 'All' },
      why: 'Reasons of refusal', noRefusals: 'Nothing was refused.', times: '{{often}}×', address: 'API address',
    },
    log: {
      title: 'Host log', subtitle: 'The newest on top, as far as it is kept (5 files of 5 MB). It is written for whoever helps you; passwords and what people typed are masked.',
      columns: { at: 'Time', level: 'Level', text: 'Text' }, levels: { error: 'Error', info: 'Note' }, empty: 'The log is still empty', emptyHint: 'Faults of the program, and when the host started or stopped, are noted here.', entry: 'Log entry', copy: 'Copy', copied: 'Log entry copied',
    },
    settings: healthSettingTexts.en,
  },
})
