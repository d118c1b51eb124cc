import { defineTexts } from '../core/texts.ts'

export const scanTexts = defineTexts({
  id: {
    title: 'Pemindai',
    unknown: 'Tidak dikenal. Periksa labelnya, atau cari dengan Ctrl+K.',
    notHere: 'Tidak cocok dengan isian di formulir ini. Tutup formulirnya dulu, lalu pindai lagi.',
    notInGrid: 'Tidak ada di baris mana pun. Simpan dulu barisnya untuk membuka yang dipindai.',
    waits: 'menunggu host…', lost: 'Yang diketik setelah pindaian yang tidak dikenal, “{{text}}”, tidak dimasukkan ke mana pun.',
    taken: '{{field}}: {{name}}',
    opened: '{{name}} dibuka',
    searched: 'dicari dalam {{title}}',
    noScreen: 'Dikenal ({{name}}), tetapi Anda tidak punya izin untuk membukanya.',
    status: {
      none: 'Pindai', ready: 'Belum ada yang dipindai. Tekan untuk mengetik kode (F9).', waiting_one: '{{count}} pindaian menunggu', waiting_other: '{{count}} pindaian menunggu',
      last: 'Pindaian ke-{{number}}: {{code}}, {{text}}', known: 'dikenal', wrong: 'tidak dikenal', region: 'Hasil pindaian',
    },
    field: {
      title: 'Kode barcode', menu: 'Ketik kode barcode', label: 'Kode', hint: 'Pindai, atau ketik kodenya lalu Enter. Diperlakukan sama seperti pindaian.', take: 'Pakai',
    },
    desk: {
      menu: 'Bunyi dan pemindai', title: 'Bunyi dan pemindai di komputer ini', sound: 'Bunyi', isOn: 'Bunyi menyala', volume: 'Keras bunyi', percent: '{{percent}}%', try: 'Coba bunyinya',
      sounds: { ok: 'Dikenal', wrong: 'Salah', notice: 'Pemberitahuan', alarm: 'Peringatan penting' },
      scanner: 'Pemindai', mode: 'Cara mengenali pemindai', factory: 'Seperti pengaturan pabrik ({{mode}})',
      modes: { speed: 'dari kecepatannya', prefix: 'dari tombol awalnya', off: 'tidak dipakai' },
      delay: 'Tiap huruf yang diketik tampil paling lambat {{gap}} milidetik kemudian.', test: 'Coba: pindai barcode apa saja sekarang', tested_one: 'Terbaca {{count}} huruf', tested_other: 'Terbaca {{count}} huruf',
      prefixHint: 'Tombol awal {{prefix}} diatur di Pengaturan; setel pemindai agar mengirimnya.',
    },
    keys: { scan: 'Pindai barcode kapan saja; ketik kodenya' },
    settings: {
      mode: {
        name: 'Cara mengenali pemindai', explanation: 'Pemindai mengetik seperti papan tombol. Dari kecepatannya ia langsung dikenali; dengan tombol awal, huruf yang diketik orang sama sekali tidak ditahan.',
        choices: { speed: 'Dari kecepatannya', prefix: 'Dari tombol awalnya', off: 'Tidak ada pemindai' },
      },
      prefix: { name: 'Tombol awal pemindai', explanation: 'Yang dikirim pemindai sebelum kodenya: F8, Ctrl+B (STX), atau huruf seperti ~~. Hanya dipakai bila pemindai dikenali dari tombol awalnya.' },
      suffix: {
        name: 'Tombol akhir pemindai', explanation: 'Yang dikirim pemindai sesudah kodenya.',
        choices: { any: 'Enter, Tab, atau berhenti', Enter: 'Selalu Enter', Tab: 'Selalu Tab' },
      },
      gap: { name: 'Jeda terpanjang antarhuruf pemindai (milidetik)', explanation: 'Pemindai kabel jarang lebih dari 10, pemindai nirkabel sampai 35. Makin kecil, makin cepat ketikan tampil.' },
    },
  },
  en: {
    title: 'Scanner',
    unknown: 'Not known. Check the label, or search with Ctrl+K.',
    notHere: 'It fits no entry of this form. Close the form first, then scan again.',
    notInGrid: 'It is in none of the rows. Save the rows first to open what is scanned.',
    waits: 'waiting for the host…', lost: 'What was typed after a scan that is not known, “{{text}}”, was entered nowhere.',
    taken: '{{field}}: {{name}}',
    opened: '{{name}} opened',
    searched: 'searched in {{title}}',
    noScreen: 'Known ({{name}}), but you do not have permission to open it.',
    status: {
      none: 'Scan', ready: 'Nothing scanned yet. Press to type a code (F9).', waiting_one: '{{count}} scan waits', waiting_other: '{{count}} scans wait',
      last: 'Scan no. {{number}}: {{code}}, {{text}}', known: 'known', wrong: 'not known', region: 'Result of the scan',
    },
    field: {
      title: 'Barcode', menu: 'Type a barcode', label: 'Code', hint: 'Scan, or type the code and press Enter. It counts as a scan.', take: 'Use it',
    },
    desk: {
      menu: 'Sound and scanner', title: 'Sound and scanner at this computer', sound: 'Sound', isOn: 'Sound is on', volume: 'Loudness', percent: '{{percent}}%', try: 'Try the sounds',
      sounds: { ok: 'Known', wrong: 'Wrong', notice: 'Notice', alarm: 'Critical alert' },
      scanner: 'Scanner', mode: 'How a scanner is told', factory: 'As the factory has set it ({{mode}})',
      modes: { speed: 'by its speed', prefix: 'by its first key', off: 'not used' },
      delay: 'Every letter typed shows up {{gap}} milliseconds later at most.', test: 'Try it: scan any barcode now', tested_one: '{{count}} character read', tested_other: '{{count}} characters read',
      prefixHint: 'The first key {{prefix}} is chosen in the settings; set the scanner to send it.',
    },
    keys: { scan: 'Scan a barcode any time; type its code' },
    settings: {
      mode: {
        name: 'How a scanner is told', explanation: 'A scanner types like a keyboard. By its speed it is known at once; with a first key, nothing that people type is held back at all.',
        choices: { speed: 'By its speed', prefix: 'By its first key', off: 'There are no scanners' },
      },
      prefix: { name: 'First key of a scanner', explanation: 'What a scanner sends before the code: F8, Ctrl+B (STX), or characters such as ~~. Used only where a scanner is told by its first key.' },
      suffix: {
        name: 'Last key of a scanner', explanation: 'What a scanner sends after the code.',
        choices: { any: 'Enter, Tab, or a pause', Enter: 'Always Enter', Tab: 'Always Tab' },
      },
      gap: { name: 'Longest time between a scanner’s characters (milliseconds)', explanation: 'Seldom more than 10 with a cable, up to 35 without. The smaller, the sooner typed letters show up.' },
    },
  },
})
