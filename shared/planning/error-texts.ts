/** Why planning refuses; part of `coreTexts`, as all errors are. */
export const planningErrorTexts = {
  id: {
    errors: {
      'label-order-missing': 'PO label belum ada, jadi tahap ini belum dapat dibuatkan SPK. Minta Purchasing membuat dan menyetujui PO labelnya dahulu.',
      'override-limit': 'Keputusan darurat untuk hari ini sudah habis. Tunggu sampai besok, atau minta persetujuan seperti biasa.',
      'no-bom': 'Artikel ini belum punya BOM yang berlaku. Buat dan berlakukan BOM-nya dahulu, atau minta Admin.', 'no-route': 'Belum ada rute yang melewati semua bagian pembuat artikel ini. Tambahkan di Data induk → Rute produksi.',
      'more-consent-needed': 'Sejak diajukan, hasil SPK ini bertambah, sehingga hasil hari ini sekarang perlu persetujuan yang lebih tinggi. Tolak permintaan ini, lalu minta hasilnya dicatat lagi.',
      'upstream-short': 'Lebih banyak dari yang datang dari tahap sebelumnya. Periksa angkanya, atau catat dahulu hasil tahap sebelumnya.', 'backdate-refused': 'Hasil hari yang sudah lewat tidak dapat dicatat lagi. Minta Admin mengubah pengaturannya bila memang perlu.', 'start-refused': 'SPK ini belum dapat dimulai. Lihat halaman SPK untuk sebabnya.', 'no-manufacturing-order': 'PO kain asal label ini belum disetujui, jadi belum ada perintah produksinya. Setujui PO kain dahulu.',
      'manufacturing-begun': 'Pesanan ini sudah menjadi perintah produksi yang SPK-nya sudah dibuat. Minta PPIC Manager membatalkan perintah produksi itu dahulu, atau biarkan pesanan ini berjalan.',
      'manufacturing-completed': 'Perintah produksi dari pesanan ini sudah selesai, jadi tidak dapat diubah lagi. Untuk membuat lebih banyak, buat PO kain baru.',
    },
    errorDetails: {
      'label-order-missing': 'PO label untuk {{number}} belum ada, jadi {{stages}} belum dapat dibuatkan SPK. Minta Purchasing membuat dan menyetujui PO labelnya dahulu.',
      'override-limit': 'Keputusan darurat hari ini sudah {{limit}} kali. Tunggu sampai besok, atau minta persetujuan seperti biasa.',
      'upstream-short': 'Dari tahap sebelumnya baru datang {{came}}, sedangkan {{number}} akan menjadi {{passed}}. Periksa angkanya, atau catat dahulu hasil tahap sebelumnya.',
      'no-bom': '{{article}} belum punya BOM yang berlaku. Buat dan berlakukan BOM-nya dahulu, atau minta Admin.', 'no-route': 'Belum ada rute yang melewati semua bagian pembuat {{article}}. Tambahkan di Data induk → Rute produksi.',
      'no-manufacturing-order': 'PO kain {{order}} belum disetujui, jadi belum ada perintah produksinya. Setujui PO kain itu dahulu.',
      'manufacturing-begun': '{{order}} sudah menjadi perintah produksi {{manufacturing}}, dan SPK-nya sudah dibuat. Minta PPIC Manager membatalkan {{manufacturing}} dahulu, atau biarkan pesanan ini berjalan.',
      'manufacturing-completed': 'Perintah produksi {{manufacturing}} dari {{order}} sudah selesai, jadi tidak dapat diubah lagi. Untuk membuat lebih banyak, buat PO kain baru.',
    },
  },
  en: {
    errors: {
      'label-order-missing': 'The label PO is missing, so that this stage has no work orders yet. Ask Purchasing to make and approve the label PO first.',
      'override-limit': 'No emergency decisions are left for today. Wait until tomorrow, or ask for approval as usual.',
      'no-bom': 'This article has no BOM in force. Make one and activate it first, or ask an Admin.', 'no-route': 'No route passes through all the sections that make this article. Add one under Master data → Production routes.',
      'more-consent-needed': 'More has been made of this work order since it was asked for, so that this day now needs the consent of somebody higher. Reject the request, and have the day entered again.',
      'upstream-short': 'More than came from the stage before. Check the figure, or enter the output of that stage first.', 'backdate-refused': 'What belongs to an earlier day can no longer be entered. Ask an Admin to change the setting where it must be.', 'start-refused': 'This work order cannot start yet. Its page says why.', 'no-manufacturing-order': 'The fabric order of this label is not approved, so nothing is planned to be made of it. Approve the fabric order first.',
      'manufacturing-begun': 'A manufacturing order came of this order, and its work orders are made. Ask the PPIC Manager to cancel that order first, or let this one go on.',
      'manufacturing-completed': 'The manufacturing order that came of this order is completed, so nothing of it changes any more. To make more, make a new fabric order.',
    },
    errorDetails: {
      'label-order-missing': 'The label PO of {{number}} is missing, so that {{stages}} have no work orders yet. Ask Purchasing to make and approve the label PO first.',
      'override-limit': '{{limit}} emergency decisions were made today. Wait until tomorrow, or ask for approval as usual.',
      'upstream-short': '{{came}} have come from the stage before, and {{number}} would come to {{passed}}. Check the figure, or enter the output of that stage first.',
      'no-bom': '{{article}} has no BOM in force. Make one and activate it first, or ask an Admin.', 'no-route': 'No route passes through all the sections that make {{article}}. Add one under Master data → Production routes.',
      'no-manufacturing-order': 'Fabric order {{order}} is not approved, so nothing is planned to be made of it. Approve that order first.',
      'manufacturing-begun': 'Manufacturing order {{manufacturing}} came of {{order}}, and its work orders are made. Ask the PPIC Manager to cancel {{manufacturing}} first, or let this order go on.',
      'manufacturing-completed': 'Manufacturing order {{manufacturing}} of {{order}} is completed, so nothing of it changes any more. To make more, make a new fabric order.',
    },
  },
} as const
