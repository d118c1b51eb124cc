/** Why finished goods are refused; part of `coreTexts`, as all errors are. */
export const finishedGoodsErrorTexts = {
  id: {
    errors: {
      'carton-unknown': 'Karton ini tidak dikenal. Periksa labelnya, atau minta bagian kemas membentuk kartonnya dahulu.', 'carton-scanned': 'Karton ini sudah dipindai. Lanjutkan dengan karton berikutnya.',
      'carton-foreign': 'Karton ini milik perintah produksi lain. Sisihkan, lalu terima di perintahnya sendiri.',
      'carton-elsewhere': 'Karton ini untuk pengiriman lain dari perintah ini. Sisihkan, lalu terima di pengirimannya sendiri.', 'over-packed': 'Lebih banyak dari yang dikemas. Kurangi kartonnya, atau catat dahulu hasil kemasnya.',
      'nothing-scanned': 'Belum ada karton yang dipindai. Pindai dahulu.', 'pallets-not-full': 'Jumlah kartonnya belum pas dengan palet penuh. Tambah kartonnya, atau minta Admin mengubah pengaturan palet.',
      'deliveries-open': 'Masih ada pengiriman yang ditunggu gudang. Terima dahulu, nyatakan penerimaannya yang terakhir, atau batalkan PO labelnya.',
      'cartons-waiting': 'Masih ada karton yang belum diterima gudang. Terima dahulu, atau batalkan pindaiannya dan bongkar kartonnya, lalu tutup lagi.',
    },
    errorDetails: {
      'carton-unknown': 'Karton {{number}} tidak dikenal. Periksa labelnya, atau minta bagian kemas membentuk kartonnya dahulu.',
      'carton-scanned': 'Karton {{number}} sudah dipindai oleh {{person}}. Lanjutkan dengan karton berikutnya.',
      'carton-foreign': 'Karton {{number}} milik {{order}}, bukan {{expected}}. Sisihkan, lalu terima di {{order}}.',
      'carton-elsewhere': 'Karton {{number}} untuk pengiriman {{week}} {{destination}}. Sisihkan, lalu terima di pengiriman itu.',
      'over-packed': '{{number}} baru menghasilkan {{made}}, sedangkan di karton akan menjadi {{packed}}. Kurangi kartonnya, atau catat dahulu hasil kemasnya.',
      'nothing-scanned': 'Belum ada karton {{number}} yang dipindai. Pindai dahulu.', 'pallets-not-full': 'Untuk palet penuh {{number}} kurang {{missing}} karton. Tambah kartonnya, atau minta Admin mengubah pengaturan palet.',
      'deliveries-open': 'Masih ada pengiriman {{number}} yang ditunggu gudang. Terima dahulu, nyatakan penerimaannya yang terakhir, atau batalkan PO labelnya.',
      'cartons-waiting': '{{cartons}} karton {{number}} belum diterima gudang. Terima dahulu, atau batalkan pindaiannya dan bongkar kartonnya, lalu tutup lagi.',
    },
  },
  en: {
    errors: {
      'carton-unknown': 'This carton is not known. Check its label, or have packing form the carton first.', 'carton-scanned': 'This carton was scanned already. Go on with the next one.',
      'carton-foreign': 'This carton belongs to another manufacturing order. Put it aside and receive it there.',
      'carton-elsewhere': 'This carton is for another delivery of this order. Put it aside and receive it with that one.', 'over-packed': 'More than was packed. Form fewer cartons, or enter the packing output first.',
      'nothing-scanned': 'No carton has been scanned yet. Scan first.', 'pallets-not-full': 'The cartons do not make whole pallets. Add cartons, or ask an Admin to change the setting of pallets.',
      'deliveries-open': 'The store still waits for a delivery. Receive it, say that its receipt was the last, or cancel the order for its labels.',
      'cartons-waiting': 'Some cartons have not been received into the store. Receive them, or take back their scans and unpack them, then close again.',
    },
    errorDetails: {
      'carton-unknown': 'Carton {{number}} is not known. Check its label, or have packing form the carton first.',
      'carton-scanned': 'Carton {{number}} was scanned already by {{person}}. Go on with the next one.',
      'carton-foreign': 'Carton {{number}} belongs to {{order}}, not to {{expected}}. Put it aside and receive it with {{order}}.',
      'carton-elsewhere': 'Carton {{number}} is for the delivery {{week}} {{destination}}. Put it aside and receive it with that one.',
      'over-packed': '{{number}} has made {{made}}, and {{packed}} would be in cartons. Form fewer cartons, or enter the packing output first.',
      'nothing-scanned': 'No carton of {{number}} has been scanned yet. Scan first.', 'pallets-not-full': '{{number}} lacks {{missing}} cartons to whole pallets. Add cartons, or ask an Admin to change the setting of pallets.',
      'deliveries-open': 'The store still waits for a delivery of {{number}}. Receive it, say that its receipt was the last, or cancel the order for its labels.',
      'cartons-waiting': '{{cartons}} cartons of {{number}} have not been received into the store. Receive them, or take back their scans and unpack them, then close again.',
    },
  },
} as const
