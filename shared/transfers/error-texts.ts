/** Why a transfer is refused; part of `coreTexts`, as all errors are. */
export const transferErrorTexts = {
  id: {
    errors: {
      'transfer-accepted': 'Slip ini sudah diterima orang lain.', 'own-slip': 'Anda sendiri yang mengirim atau menghitung slip ini. Serah terima selalu oleh dua orang: minta orang lain di bagian penerima.', 'transfer-counted': 'Slip ini sudah dihitung dan jumlahnya berbeda. Hanya SPV lain dari bagian penerima yang bisa membatalkannya.', 'transfer-route': 'SPK penerima tidak melanjutkan SPK ini menurut rutenya. Pilih penerima dari daftar.',
      'over-sent': 'Lebih dari hasil baik yang ada. Kurangi jumlahnya, atau isi dan pastikan hasil hariannya dulu.', 'slip-code': 'E101: kode ini bukan kode slip serah terima yang utuh. Pindai lagi, atau cari nomor slipnya.',
      'slip-unread': 'E101: kode slip ini rusak, ada bagian yang kosong, atau jumlah atau waktunya bukan angka yang benar. Pindai lagi, atau cari nomor slipnya.',
      'slip-unknown': 'Tidak ada slip serah terima dengan kode ini. Periksa slipnya, atau cari nomornya.', 'goods-outside': 'Sebagian barangnya ada di subkon. Catat dulu yang kembali di surat jalannya, atau periksa angkanya.', 'override-early': 'Belum waktunya memaksa. Catat jarak dan pemeriksaannya, atau tunggu.',
    },
    errorDetails: {
      'transfer-accepted': '{{number}} sudah diterima {{who}} pada {{at}}.', 'transfer-counted': '{{number}} sudah dihitung dan jumlahnya berbeda. Minta SPV bagian penerima menyetujui selisihnya atau membatalkannya.', 'transfer-route': '{{to}} tidak melanjutkan {{from}} menurut rutenya. Pilih penerima dari daftar.',
      'over-sent': '{{number}}: {{sent}} pcs melebihi {{available}} pcs hasil baik yang ada. Kurangi jumlahnya, atau isi dan pastikan hasil hariannya dulu.',
      'slip-code': 'E101: kode ini punya {{parts}} bagian, slip serah terima punya 7. Pindai lagi, atau cari nomor slipnya.', 'slip-unknown': 'Tidak ada slip dengan kode {{code}}. Periksa slipnya, atau cari nomornya.',
      'goods-outside': '{{number}} akan menjadi {{passed}} pcs. Dari {{came}} pcs yang datang, {{outside}} pcs ada di subkon, tidak kembali, atau kembali cacat ({{passes}}). Catat dulu yang kembali di surat jalannya, atau periksa angkanya.',
      'override-early': '{{number}} baru boleh dipaksa sesudah {{minutes}} menit, masih {{left}} menit lagi. Catat jarak dan pemeriksaannya, atau tunggu.',
    },
  },
  en: {
    errors: {
      'transfer-accepted': 'Somebody else has accepted this slip.', 'own-slip': 'You sent or counted this slip yourself. A handover takes two people: ask another in the receiving section.', 'transfer-counted': 'This slip was counted to be different. Only another supervisor of the receiving section can cancel it.', 'transfer-route': 'The receiving work order does not go on with this one by its route. Choose a receiver from the list.',
      'over-sent': 'More than there is of good pieces. Send fewer, or enter and confirm what was made first.', 'slip-code': 'E101: this is not the whole code of a transfer slip. Scan it again, or search its number.',
      'slip-unread': 'E101: this code is damaged: a part of it is empty, or its quantity or time is none. Scan it again, or search the number of the slip.',
      'slip-unknown': 'No transfer slip has this code. Look at the slip, or search its number.', 'goods-outside': 'Some of the goods are with a subcontractor. Enter what came back on its gate pass first, or check the figure.', 'override-early': 'It is too early to override. Write down gap and inspection, or wait.',
    },
    errorDetails: {
      'transfer-accepted': '{{number}} was accepted by {{who}} at {{at}}.', 'transfer-counted': '{{number}} was counted to be different. Ask a supervisor of the receiving section to agree to the difference or to cancel it.', 'transfer-route': '{{to}} does not go on with {{from}} by its route. Choose a receiver from the list.',
      'over-sent': '{{number}}: {{sent}} pcs are more than the {{available}} good pcs there are. Send fewer, or enter and confirm what was made first.',
      'slip-code': 'E101: this code has {{parts}} parts, that of a transfer slip has 7. Scan it again, or search the number of the slip.', 'slip-unknown': 'No slip has the code {{code}}. Look at the slip, or search its number.',
      'goods-outside': '{{number}} would come to {{passed}} pcs. Of the {{came}} pcs that came, {{outside}} pcs are with subcontractors, missing or came back rejected ({{passes}}). Enter what came back on its gate pass first, or check the figure.',
      'override-early': '{{number}} may be overridden after {{minutes}} minutes, {{left}} are left. Write down gap and inspection, or wait.',
    },
  },
} as const
