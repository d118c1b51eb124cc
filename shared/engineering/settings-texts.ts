import { defineTexts } from '../core/texts.ts'

export const engineeringSettingsTexts = defineTexts({
  id: {
    explosionDepth: { name: 'Kedalaman BOM', explanation: 'BOM yang bertingkat lebih dari ini ditolak.' },
    laborRate: { name: 'Upah per jam kerja orang', explanation: 'Jam kerja orang pada BOM ikut dihitung ke biayanya dengan upah ini. 0 berarti hanya bahan yang dihitung.' },
    fabricGroups: { name: 'Kelompok barang yang termasuk kain dan benang', explanation: 'Kata-kata dari nama kelompok barang, dipisah koma. Kelompok yang memuat salah satunya dinilai seperti kain, yang lain seperti isian dan aksesori.' },
    fabricReview: { name: 'Kain dan benang: diperiksa SPV mulai', explanation: 'Pemakaian di atas BOM lebih dari ini minta alasan dan pemeriksaan SPV.' },
    fabricBlock: { name: 'Kain dan benang: ditahan mulai', explanation: 'Pemakaian di atas BOM lebih dari ini ditahan sampai SPV membukanya.' },
    accessoryReview: { name: 'Isian dan aksesori: diperiksa mulai', explanation: 'Pemakaian di atas BOM lebih dari ini diperiksa SPV.' },
    unitWarning: { name: 'Semua satuan: peringatan mulai', explanation: 'Berlaku untuk semua bahan, setelah batas jenisnya sendiri.' },
    unitBlock: { name: 'Semua satuan: ditahan mulai', explanation: 'Berlaku untuk semua bahan, setelah batas jenisnya sendiri.' },
    cartonReview: { name: 'Isi karton: SPV mulai', explanation: 'Selisih isi karton di bawah ini diterima dengan catatan otomatis.' },
    cartonManager: { name: 'Isi karton: Manajer di atas', explanation: 'Selisih di atas ini diputuskan Manajer.' },
    efficient: { name: 'Hemat mulai', explanation: 'Rencana dibanding pemakaian.' },
  },
  en: {
    explosionDepth: { name: 'Depth of a BOM', explanation: 'A BOM with more levels than this is refused.' },
    laborRate: { name: 'Rate of a labour hour', explanation: 'The labour hours of a BOM count at this rate towards its cost. 0 counts the materials alone.' },
    fabricGroups: { name: 'Item groups that are fabric and thread', explanation: 'Words of the names of item groups, parted by commas. A group with one of them is judged as fabric, any other as filling and accessories.' },
    fabricReview: { name: 'Fabric and thread: review from', explanation: 'Use beyond the BOM by more than this asks for a reason and the supervisor.' },
    fabricBlock: { name: 'Fabric and thread: blocked from', explanation: 'Use beyond the BOM by more than this is blocked until the supervisor lifts it.' },
    accessoryReview: { name: 'Filling and accessories: review from', explanation: 'Use beyond the BOM by more than this is reviewed by the supervisor.' },
    unitWarning: { name: 'Any unit: warning from', explanation: 'For any material, after the limit of its own class.' },
    unitBlock: { name: 'Any unit: blocked from', explanation: 'For any material, after the limit of its own class.' },
    cartonReview: { name: 'Carton contents: supervisor from', explanation: 'A difference below this is accepted with a note of its own.' },
    cartonManager: { name: 'Carton contents: manager above', explanation: 'A difference above this is the manager’s to decide.' },
    efficient: { name: 'Efficient from', explanation: 'Planned against used.' },
  },
})
