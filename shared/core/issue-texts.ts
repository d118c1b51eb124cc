/** What is said at a field that is not accepted; part of `coreTexts`, which holds both languages to the same keys. */
export const issueTexts = {
  id: {
    required: 'Harus diisi.',
    'not-a-number': 'Bukan angka. Contoh: 1.250,5', 'too-many-places': 'Paling banyak 4 angka di belakang koma.',
    'out-of-range': 'Angkanya di luar batas.', 'not-positive': 'Harus lebih dari 0.', negative: 'Tidak boleh kurang dari 0.',
    'control-characters': 'Ada karakter yang tidak terlihat. Hapus, lalu ketik ulang.', 'replay-key': 'Kiriman ini tidak dikenal host. Muat ulang halaman.',
    'too-deep': 'Susunannya terlalu dalam untuk disimpan. Muat ulang halaman, lalu coba lagi.',
    too_small: 'Paling sedikit {{minimum}}.', too_small_string: 'Paling sedikit {{minimum}} karakter.', too_small_array: 'Paling sedikit {{minimum}} baris.',
    too_big: 'Paling banyak {{maximum}}.', too_big_string: 'Paling banyak {{maximum}} karakter.', too_big_array: 'Paling banyak {{maximum}} baris.',
    invalid_type: 'Isinya tidak cocok untuk kolom ini.', invalid_type_int: 'Harus angka bulat.', invalid_type_number: 'Bukan angka.', invalid_value: 'Pilih salah satu dari daftar.', invalid_format: 'Bentuknya tidak sesuai. Periksa lagi.',
    invalid_format_date: 'Bukan tanggal yang ada. Contoh: 20-11-2026, 20/11, atau h+1', invalid_format_time: 'Bukan jam. Contoh: 07:30',
    invalid_union: 'Isinya tidak cocok untuk kolom ini.', not_multiple_of: 'Harus kelipatan {{divisor}}.', unrecognized_keys: 'Ada isian yang tidak dikenal.',
    cursor: 'Halaman ini sudah tidak berlaku. Mulai lagi dari halaman pertama.', invalid_key: 'Namanya tidak dikenal.', invalid_element: 'Salah satu isinya tidak cocok.', custom: 'Belum benar. Periksa lagi.',
  },
  en: {
    required: 'Required.',
    'not-a-number': 'Not a number. Example: 1,250.5', 'too-many-places': 'At most 4 decimals.',
    'out-of-range': 'The number is out of range.', 'not-positive': 'Must be more than 0.', negative: 'Must not be less than 0.',
    'control-characters': 'It contains invisible characters. Delete and type it again.', 'replay-key': 'The host does not know this message. Reload the page.',
    'too-deep': 'It is nested too deeply to be saved. Reload the page and try again.',
    too_small: 'At least {{minimum}}.', too_small_string: 'At least {{minimum}} characters.', too_small_array: 'At least {{minimum}} rows.',
    too_big: 'At most {{maximum}}.', too_big_string: 'At most {{maximum}} characters.', too_big_array: 'At most {{maximum}} rows.',
    invalid_type: 'This does not fit here.', invalid_type_int: 'Must be a whole number.', invalid_type_number: 'Not a number.', invalid_value: 'Choose one from the list.', invalid_format: 'The form is not right. Check it.',
    invalid_format_date: 'Not a date that exists. Example: 20-11-2026, 20/11 or d+1', invalid_format_time: 'Not a time. Example: 07:30',
    invalid_union: 'This does not fit here.', not_multiple_of: 'Must be a multiple of {{divisor}}.', unrecognized_keys: 'It contains unknown entries.',
    cursor: 'This page is no longer valid. Begin again at the first page.', invalid_key: 'The name is not known.', invalid_element: 'One of the entries does not fit.', custom: 'Not right yet. Check it.',
  },
} as const
