import { defineTexts } from '../core/texts.ts'

/** What the limits of the health page mean. */
export const healthSettingTexts = defineTexts({
  id: {
    responseWatch: { name: 'Waktu jawab yang perlu diamati', explanation: 'Bila 5 dari 100 permintaan dalam 15 menit terakhir menunggu selama ini atau lebih, halaman Kesehatan host meminta diamati.' },
    responseAct: { name: 'Waktu jawab yang perlu ditangani', explanation: 'Bila 5 dari 100 permintaan dalam 15 menit terakhir menunggu selama ini atau lebih, halaman Kesehatan host meminta tindakan.' },
    pauseWatch: { name: 'Jeda host yang perlu diamati', explanation: 'Selama jeda, host tidak menjawab siapa pun. Dari jeda selama ini dalam 15 menit terakhir, perlu diamati.' },
    pauseAct: { name: 'Jeda host yang perlu ditangani', explanation: 'Dari jeda selama ini dalam 15 menit terakhir, perlu ditangani. Impor yang besar boleh menahan host satu sampai dua detik.' },
    faultsWatch: { name: 'Kesalahan program yang perlu diamati', explanation: 'Sebanyak ini atau lebih dalam satu jam, perlu diamati. Penolakan beralasan, misalnya stok kurang, tidak dihitung.' },
    faultsAct: { name: 'Kesalahan program yang perlu ditangani', explanation: 'Sebanyak ini atau lebih dalam satu jam, perlu ditangani.' },
    processorWatch: { name: 'Beban prosesor yang perlu diamati', explanation: 'Bila komputer host rata-rata sesibuk ini atau lebih selama 15 menit, perlu diamati.' },
    processorAct: { name: 'Beban prosesor yang perlu ditangani', explanation: 'Bila komputer host rata-rata sesibuk ini atau lebih selama 15 menit, perlu ditangani.' },
    memoryWatch: { name: 'Sisa memori yang perlu diamati', explanation: 'Bila memori bebas komputer host tinggal sebagian ini atau kurang, perlu diamati.' },
    memoryAct: { name: 'Sisa memori yang perlu ditangani', explanation: 'Bila memori bebas komputer host tinggal sebagian ini atau kurang, perlu ditangani.' },
    diskWatch: { name: 'Sisa disk yang perlu diamati', explanation: 'Bila disk folder data atau cadangan tinggal sebanyak ini atau kurang, perlu diamati.' },
    diskAct: { name: 'Sisa disk yang perlu ditangani', explanation: 'Bila disk folder data atau cadangan tinggal sebanyak ini atau kurang, perlu ditangani.' },
  },
  en: {
    responseWatch: { name: 'Response time to watch', explanation: 'Where 5 of 100 requests of the last 15 minutes waited this long or longer, the page Host health asks to watch it.' },
    responseAct: { name: 'Response time to act on', explanation: 'Where 5 of 100 requests of the last 15 minutes waited this long or longer, the page Host health asks to act.' },
    pauseWatch: { name: 'Pause of the host to watch', explanation: 'While it pauses, the host answers nobody. From a pause of this length within the last 15 minutes on, it is to be watched.' },
    pauseAct: { name: 'Pause of the host to act on', explanation: 'From a pause of this length within the last 15 minutes on, somebody must act. A large import may hold the host for a second or two.' },
    faultsWatch: { name: 'Program faults to watch', explanation: 'So many or more within an hour are to be watched. Refusals with a reason, such as too little stock, do not count.' },
    faultsAct: { name: 'Program faults to act on', explanation: 'With so many or more within an hour, somebody must act.' },
    processorWatch: { name: 'Processor load to watch', explanation: 'Where the host’s computer was this busy or busier over 15 minutes, it is to be watched.' },
    processorAct: { name: 'Processor load to act on', explanation: 'Where the host’s computer was this busy or busier over 15 minutes, somebody must act.' },
    memoryWatch: { name: 'Memory left to watch', explanation: 'Where this share or less of the host computer’s memory is free, it is to be watched.' },
    memoryAct: { name: 'Memory left to act on', explanation: 'Where this share or less of the host computer’s memory is free, somebody must act.' },
    diskWatch: { name: 'Disk space left to watch', explanation: 'Where the disk of the data folder or of the backups has this much or less left, it is to be watched.' },
    diskAct: { name: 'Disk space left to act on', explanation: 'Where the disk of the data folder or of the backups has this much or less left, somebody must act.' },
  },
})
