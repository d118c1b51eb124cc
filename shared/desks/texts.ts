import { defineTexts } from '../core/texts.ts'

export const desksTexts = defineTexts({
  id: {
    title: 'Siapa di mana', subtitle: 'Komputer yang sedang tersambung ke host, dan siapa yang memakainya sekarang.',
    empty: 'Tidak ada komputer yang tersambung', emptyHint: 'Begitu seseorang membuka Lantai di sebuah komputer, komputer itu muncul di sini.',
    online_one: '{{count}} komputer tersambung', online_other: '{{count}} komputer tersambung', people_one: '{{count}} orang', people_other: '{{count}} orang',
    offline: 'Tidak tersambung', last: 'Terakhir: {{name}}, {{when}}', never: 'Belum pernah dipakai', unnamed: 'Komputer tanpa nama', shared: 'Dipakai bergantian',
    on: 'Di layar {{screen}}', since: 'sejak {{when}}', seen: 'terakhir terlihat {{when}}', nameIt: 'Beri nama', edit: 'Ubah', forget: 'Lepas nama', forgotten: 'Nama {{name}} dilepas', saved: '{{name}} disimpan', onlineSince: 'Tersambung {{when}}',
    form: {
      title: 'Nama komputer', name: 'Nama', nameHint: 'Misalnya: Meja Jahit 1', place: 'Tempat', placeHint: 'Misalnya: Lantai 2, dekat pintu', isShared: 'Dipakai bergantian oleh beberapa orang',
      sharedHint: 'Layar terkunci sendiri bila ditinggal, dan operator berganti dengan kartu atau PIN.',
    },
    isThis: 'komputer ini',
  },
  en: {
    title: 'Who is where', subtitle: 'Computers that are connected to the host, and who uses them now.',
    empty: 'No computer is connected', emptyHint: 'As soon as somebody opens Lantai on a computer, it shows here.',
    online_one: '{{count}} computer connected', online_other: '{{count}} computers connected', people_one: '{{count}} person', people_other: '{{count}} people',
    offline: 'Not connected', last: 'Last: {{name}}, {{when}}', never: 'Never used yet', unnamed: 'Computer without a name', shared: 'Shared',
    on: 'On the screen {{screen}}', since: 'since {{when}}', seen: 'last seen {{when}}', nameIt: 'Give a name', edit: 'Edit', forget: 'Take the name off', forgotten: 'The name {{name}} was taken off', saved: '{{name}} saved', onlineSince: 'Connected {{when}}',
    form: {
      title: 'Name of the computer', name: 'Name', nameHint: 'For instance: Sewing desk 1', place: 'Place', placeHint: 'For instance: 2nd floor, by the door', isShared: 'Shared by several people in turn',
      sharedHint: 'The screen locks by itself when it is left, and operators change by badge or PIN.',
    },
    isThis: 'this computer',
  },
})
