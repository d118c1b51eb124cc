/** What can be odd about rows of invoices; part of the words for rows of any import. */
export const invoiceIssueTexts = {
  id: {
    issues: {
      'document-exists': 'faktur ‘{{value}}’ sudah ada — lewati barisnya, atau perbaiki nomornya.',
      'document-differs': '{{field}} ‘{{value}}’ lain dari baris {{row}} (‘{{known}}’), padahal nomornya sama — samakan, atau lewati baris ini.',
      'invoice-negative': 'jumlah ‘{{value}}’ kurang dari 0, padahal ini bukan nota kredit — lewati baris ini, atau perbaiki jumlahnya.',
      'credit-positive': 'jumlah ‘{{value}}’ di nota kredit seharusnya kurang dari 0 — lewati baris ini, atau perbaiki jumlahnya.',
      'charge-code': '‘{{value}}’ tampaknya biaya, bukan barang — terima sebagai biaya yang tidak diambil dan dikemas, atau lewati baris ini.',
      'zero-price': 'harganya 0 — terima kalau memang tanpa harga, atau lewati baris ini.',
      'total-differs': 'tertulis {{value}}, tetapi barisnya berjumlah {{known}} — terima dan tandai, atau perbaiki fakturnya.',
      'name-taken': 'nama barang kosong, jadi dipakai ‘{{value}}’.',
    },
    findings: {
      'document-exists': 'Faktur sudah ada', 'document-differs': '{{field}} lain di satu faktur', 'invoice-negative': 'Jumlah minus di faktur', 'credit-positive': 'Jumlah plus di nota kredit', 'charge-code': 'Biaya, bukan barang', 'zero-price': 'Harga 0',
      'total-differs': 'Jumlah tagihan berbeda', 'name-taken': 'Nama barang kosong',
    },
  },
  en: {
    issues: {
      'document-exists': 'invoice ‘{{value}}’ is there already — skip its rows, or correct the number.',
      'document-differs': '{{field}} ‘{{value}}’ differs from row {{row}} (‘{{known}}’) of the same number — make them the same, or skip this row.',
      'invoice-negative': 'the quantity ‘{{value}}’ is less than 0 although this is no credit note — skip this row, or correct the quantity.',
      'credit-positive': 'the quantity ‘{{value}}’ of a credit note should be less than 0 — skip this row, or correct the quantity.',
      'charge-code': '‘{{value}}’ looks like a charge rather than goods — accept it as a charge that is neither picked nor packed, or skip this row.',
      'zero-price': 'the price is 0 — accept it if there is none, or skip this row.',
      'total-differs': '{{value}} is stated, but the lines come to {{known}} — accept and mark it, or correct the invoice.',
      'name-taken': 'the item has no name, so ‘{{value}}’ is used.',
    },
    findings: {
      'document-exists': 'Invoice is there already', 'document-differs': '{{field}} differs within an invoice', 'invoice-negative': 'Negative quantity of an invoice', 'credit-positive': 'Positive quantity of a credit note',
      'charge-code': 'Charge, no goods', 'zero-price': 'Price 0', 'total-differs': 'Totals differ', 'name-taken': 'Item without a name',
    },
  },
} as const
